/// Identifiers 8001 to 99: assets, pieces, services, coupons and what companies agree on
/// (GS1 General Specifications, 3.9 and 3.10).
extension ApplicationIdentifier {
  static let assets: [ApplicationIdentifier] = things + services + devices + coupons

  private static let things: [ApplicationIdentifier] = [
    .ai(
      "8001", "DIMENSIONS", .n(4, .notZero), .n(5, .notZero), .n(3, .notZero), .n(1, .oneOf("019")),
      .n(1)
    ).attribute.needs("01"),
    .ai("8002", "CMT No.", .x(upTo: 20)).attribute,
    .ai(
      "8003", "GRAI", .n(1, .oneOf("0")), .n(13, .checkDigit, .companyPrefix(at: 1)),
      .x(upTo: 16).optional
    ).key(),
    .ai("8004", "GIAI", .x(upTo: 30, .companyPrefix(at: 1))).key(["7040"]),
    .ai("8005", "PRICE PER UNIT", .n(6)).attribute.needs("01", "02"),
    .ai("8006", "ITIP", .n(14, .checkDigit, .companyPrefix(at: 2)), .n(4, .pieceOfTotal))
      .key(["22", "10", "21"]).excludes("01", "03", "37"),
    .ai("8007", "IBAN", .x(upTo: 34, .iban)).attribute.needs("415"),
    .ai(
      "8008", "PROD TIME", .n(6, .date(dayMayBeZero: false)), .n(2, .hour),
      .n(2, .sixtieth).optional,
      .n(2, .sixtieth).optional
    ).attribute.needs("01", "02", "03"),
    .ai("8009", "OPTSEN", .x(upTo: 50)).attribute.needs("00", "01", "03"),
    .ai("8010", "CPID", .y(upTo: 30, .companyPrefix(at: 1))).key(["8011"]),
    .ai("8011", "CPID SERIAL", .n(upTo: 12, .noLeadingZero)).needs("8010"),
    .ai("8012", "VERSION", .x(upTo: 20)).attribute.needs("01", "03", "8006"),
    .ai("8013", "GMN", .x(upTo: 25, .checkCharacters, .companyPrefix(at: 1))).key(),
    .ai("8014", "MUDI", .x(upTo: 25, .checkCharacters, .companyPrefix(at: 1), .notOnlyDigits))
      .needs("01"),
  ]

  private static let services: [ApplicationIdentifier] = [
    .ai("8017", "GSRN - PROVIDER", .n(18, .checkDigit, .companyPrefix(at: 1))).key(["8019"])
      .excludes("8018"),
    .ai("8018", "GSRN - RECIPIENT", .n(18, .checkDigit, .companyPrefix(at: 1))).key(["8019"])
      .excludes("8017"),
    .ai("8019", "SRIN", .n(upTo: 10)).needs("8017", "8018"),
    .ai("8020", "REF No.", .x(upTo: 25)).needs("415"),
    .ai("8026", "ITIP CONTENT", .n(14, .checkDigit, .companyPrefix(at: 2)), .n(4, .pieceOfTotal))
      .attribute.needs("37").excludes("02", "03", "8006"),
    .ai("8030", "DIGSIG", .z(upTo: 90)).attribute.needs(
      "00", "01+21", "03+21", "253", "255", "8003", "8004", "8006+21", "8010+8011", "8017", "8018"),
  ]

  private static let devices: [ApplicationIdentifier] = [
    .ai("8040", "IMEI", .n(15)).needs("01+21"), .ai("8041", "IMEI2", .n(15)).needs("01+21+8040"),
    .ai("8042", "ESIM", .n(32)).needs("01+21+8040"),
    .ai("8043", "PSIM", .n(18), .n(upTo: 2).optional).needs("01+21+8040"),
  ]

  private static let coupons: [ApplicationIdentifier] = [
    .ai("8110", "", .x(upTo: 70, .coupon)).attribute,
    .ai("8111", "POINTS", .n(4)).attribute.needs("255"),
    .ai("8112", "", .x(upTo: 70, .positiveOffer)).attribute,
    .ai("8200", "PRODUCT URL", .x(upTo: 70)).needs("01"),
    .ai("90", "INTERNAL", .x(upTo: 30)).attribute,
    .ais("91", "99", "INTERNAL", .x(upTo: 90)).attribute,
  ]
}
