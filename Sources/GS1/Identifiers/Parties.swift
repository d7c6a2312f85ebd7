/// Identifiers 400 to 427: orders, parties, places and countries (GS1 General Specifications, 3.7).
extension ApplicationIdentifier {
  static let parties: [ApplicationIdentifier] = orders + places + countries

  private static let orders: [ApplicationIdentifier] = [
    .ai("400", "ORDER NUMBER", .x(upTo: 30)).attribute,
    .ai("401", "GINC", .x(upTo: 30, .companyPrefix(at: 1))).key(),
    .ai("402", "GSIN", .n(17, .checkDigit, .companyPrefix(at: 1))).key(),
    .ai("403", "ROUTE", .x(upTo: 30)).attribute.needs("00"),
  ]

  private static let places: [ApplicationIdentifier] = [
    gln("410", "SHIP TO LOC").attribute, gln("411", "BILL TO").attribute,
    gln("412", "PURCHASE FROM").attribute, gln("413", "SHIP FOR LOC").attribute,
    gln("414", "LOC No.").key(["254"], ["7040"]),
    gln("415", "PAY TO").key(["8020"]).needs("8020"),
    gln("416", "PROD/SERV LOC").attribute, gln("417", "PARTY").key(["7040"]),
    .ai("420", "SHIP TO POST", .x(upTo: 20)).attribute.excludes("421"),
    .ai("421", "SHIP TO POST", .n(3, .country), .x(upTo: 9)).attribute.excludes("4307"),
  ]

  private static func gln(_ ai: String, _ title: String) -> ApplicationIdentifier {
    .ai(ai, title, .n(13, .checkDigit, .companyPrefix(at: 1))).predefined
  }

  private static let countries: [ApplicationIdentifier] = [
    .ai("422", "ORIGIN", .n(3, .country)).attribute
      .needs("01", "02", "03", "8006", "8026").excludes("426"),
    upToFive("423", "COUNTRY - INITIAL PROCESS"),
    .ai("424", "COUNTRY - PROCESS", .n(3, .country)).attribute
      .needs("01", "02", "03").excludes("426"),
    upToFive("425", "COUNTRY - DISASSEMBLY"),
    .ai("426", "COUNTRY - FULL PROCESS", .n(3, .country)).attribute.needs("01", "02", "03"),
    .ai("427", "ORIGIN SUBDIVISION", .x(upTo: 3)).attribute
      .needs("01+422", "02+422", "03+422"),
  ]

  private static func upToFive(_ ai: String, _ title: String) -> ApplicationIdentifier {
    .ai(
      ai, title, .n(3, .country), .n(3, .country).optional, .n(3, .country).optional,
      .n(3, .country).optional, .n(3, .country).optional
    ).attribute.needs("01", "02", "03").excludes("426")
  }
}
