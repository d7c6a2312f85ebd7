/// Identifiers 00 to 30: keys of units and trade items, and what is said of them
/// (GS1 General Specifications, 3.2 to 3.5). What a row needs and excludes: 4.14.
extension ApplicationIdentifier {
  static let tradeItems: [ApplicationIdentifier] = keys + dates + variants

  private static let keys: [ApplicationIdentifier] = [
    .ai("00", "SSCC", .n(18, .checkDigit, .companyPrefix(at: 2))).predefined.key(),
    .ai("01", "GTIN", .n(14, .checkDigit, .companyPrefix(at: 2))).predefined
      .excludes("255", "37").key(["22", "10", "21"], ["235"]),
    .ai("02", "CONTENT", .n(14, .checkDigit, .companyPrefix(at: 2))).predefined.attribute
      .needs("37").excludes("01", "03"),
    .ai("03", "MTO GTIN", .n(14, .checkDigit, .companyPrefix(at: 2))).predefined
      .excludes("01", "02", "37", "235"),
    .ai("10", "BATCH/LOT", .x(upTo: 20)).attribute.needs("01", "02", "03", "8006", "8026"),
  ]

  private static let dates: [ApplicationIdentifier] = [
    date("11", "PROD DATE"),
    .ai("12", "DUE DATE", .n(6, .date(dayMayBeZero: true))).predefined.attribute.needs("8020"),
    date("13", "PACK DATE"), date("15", "BEST BEFORE or BEST BY"), date("16", "SELL BY"),
    .ai("17", "USE BY or EXPIRY", .n(6, .date(dayMayBeZero: true))).predefined.attribute
      .needs("01", "02", "03", "255", "8006", "8026"),
  ]

  private static func date(_ ai: String, _ title: String) -> ApplicationIdentifier {
    .ai(ai, title, .n(6, .date(dayMayBeZero: true))).predefined.attribute
      .needs("01", "02", "03", "8006", "8026")
  }

  private static let variants: [ApplicationIdentifier] = [
    .ai("20", "VARIANT", .n(2)).predefined.attribute.needs("01", "02", "03", "8006", "8026"),
    .ai("21", "SERIAL", .x(upTo: 20)).needs("01", "03", "8006").excludes("235"),
    .ai("22", "CPV", .x(upTo: 20)).needs("01"),
    .ai("235", "TPX", .x(upTo: 28)).needs("01"),
    .ai("240", "ADDITIONAL ID", .x(upTo: 30)).attribute.needs("01", "02", "03", "8006", "8026"),
    .ai("241", "CUST. PART No.", .x(upTo: 30)).attribute.needs("01", "02", "03", "8006", "8026"),
    .ai("242", "MTO VARIANT", .n(upTo: 6)).attribute.needs("01", "02", "8006", "8026"),
    .ai("243", "PCN", .x(upTo: 20)).attribute.needs("01", "03"),
    .ai("250", "SECONDARY SERIAL", .x(upTo: 30)).attribute.needs("01+21", "03+21", "8006+21"),
    .ai("251", "REF. TO SOURCE", .x(upTo: 30)).attribute.needs("01", "03", "8006"),
    .ai("253", "GDTI", .n(13, .checkDigit, .companyPrefix(at: 1)), .x(upTo: 17).optional).key(),
    .ai("254", "GLN EXTENSION COMPONENT", .x(upTo: 20)).needs("414"),
    .ai("255", "GCN", .n(13, .checkDigit, .companyPrefix(at: 1)), .n(upTo: 12).optional).key()
      .excludes("01", "02", "415", "8006", "8020", "8026"),
    .ai("30", "VAR. COUNT", .n(upTo: 8)).attribute.needs("01", "02"),
  ]
}
