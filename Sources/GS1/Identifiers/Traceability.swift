/// Identifiers 7001 to 7240: where an item comes from and what was done with it
/// (GS1 General Specifications, 3.8).
extension ApplicationIdentifier {
  static let traceability: [ApplicationIdentifier] =
    food + processing + reimbursement + certificates

  private static let food: [ApplicationIdentifier] = [
    .ai("7001", "NSN", .n(13)).attribute.needs("01", "02", "8006", "8026"),
    .ai("7002", "MEAT CUT", .x(upTo: 30)).attribute.needs("01", "02"),
    .ai("7003", "EXPIRY TIME", .n(6, .date(dayMayBeZero: false)), .n(4, .hourAndMinute)).attribute
      .needs("01", "02", "03"),
    .ai("7004", "ACTIVE POTENCY", .n(upTo: 4)).attribute.needs("01+10", "03+10"),
    .ai("7005", "CATCH AREA", .x(upTo: 12)).attribute.needs("01", "02"),
    .ai("7006", "FIRST FREEZE DATE", .n(6, .date(dayMayBeZero: false))).attribute
      .needs("01", "02"),
    .ai(
      "7007", "HARVEST DATE", .n(6, .date(dayMayBeZero: false)),
      .n(6, .date(dayMayBeZero: false)).optional
    ).attribute.needs("01", "02"),
    .ai("7008", "AQUATIC SPECIES", .x(upTo: 3)).attribute.needs("01", "02"),
    .ai("7009", "FISHING GEAR TYPE", .x(upTo: 10)).attribute.needs("01", "02"),
    .ai("7010", "PROD METHOD", .x(upTo: 2)).attribute.needs("01", "02", "03"),
    .ai(
      "7011", "TEST BY DATE", .n(6, .date(dayMayBeZero: false)), .n(4, .hourAndMinute).optional
    ).attribute.needs("01", "02", "03"),
  ]

  private static let processing: [ApplicationIdentifier] =
    [
      .ai("7020", "REFURB LOT", .x(upTo: 20)).attribute.needs("01+416", "03+416", "8006+416"),
      .ai("7021", "FUNC STAT", .x(upTo: 20)).attribute.needs("01", "03", "8006"),
      .ai("7022", "REV STAT", .x(upTo: 20)).attribute.needs("01+7021", "03+7021", "8006+7021"),
      .ai("7023", "GIAI - ASSEMBLY", .x(upTo: 30, .companyPrefix(at: 1))).attribute,
    ]
    + (0...9).map { number in
      .ai("703\(number)", "PROCESSOR # \(number)", .n(3, .countryOrSeveral), .x(upTo: 27))
        .attribute.needs("01", "02")
    } + [
      .ai("7040", "UIC+EXT", .n(1), .x(1), .x(1), .x(1, .importerIndex)),
      .ai("7041", "UFRGT UNIT TYPE", .x(upTo: 4, .packageType)).needs("00"),
    ]

  private static let reimbursement: [ApplicationIdentifier] = [
    nhrn("710", "PZN"), nhrn("711", "CIP"), nhrn("712", "CN"), nhrn("713", "DRN"),
    nhrn("714", "AIM"), nhrn("715", "NDC"), nhrn("716", "AIC"), nhrn("717", "SRN"),
  ]

  /// A national healthcare reimbursement number.
  private static func nhrn(_ ai: String, _ title: String) -> ApplicationIdentifier {
    .ai(ai, "NHRN " + title, .x(upTo: 20)).attribute.needs("01")
  }

  private static let certificates: [ApplicationIdentifier] =
    (0...9).map { number in
      .ai("723\(number)", "CERT # \(number + 1)", .x(2), .x(upTo: 28)).attribute
        .needs("01", "8004")
    } + [
      .ai("7240", "PROTOCOL", .x(upTo: 20)).attribute.needs("01", "8006").excludes("03")
    ]
}
