/// Identifiers 4300 to 4333: where a unit goes and comes back to, and how it is to be treated
/// (GS1 General Specifications, 3.7). Texts are percent-encoded UTF-8.
extension ApplicationIdentifier {
  static let transport: [ApplicationIdentifier] =
    address("430", "SHIP TO")
    + [
      unit("4308", "SHIP TO PHONE", .x(upTo: 30)),
      unit("4309", "SHIP TO GEO", .n(10, .latitude), .n(10, .longitude)),
    ] + address("431", "RTN TO")
    + [
      unit("4318", "RTN TO POST", .x(upTo: 20)), unit("4319", "RTN TO PHONE", .x(upTo: 30)),
      unit("4320", "SRV DESCRIPTION", .x(upTo: 35, .percentEncoding)),
      unit("4321", "DANGEROUS GOODS", .n(1, .oneOf("01"))),
      unit("4322", "AUTH TO LEAVE", .n(1, .oneOf("01"))),
      unit("4323", "SIG REQUIRED", .n(1, .oneOf("01"))),
      unit("4324", "NOT BEF DEL DT", .n(6, .date(dayMayBeZero: true)), .n(4, .hourAndMinute)),
      unit("4325", "NOT AFT DEL DT", .n(6, .date(dayMayBeZero: true)), .n(4, .hourAndMinute)),
      unit("4326", "REL DATE", .n(6, .date(dayMayBeZero: false))),
      temperature("4330", "MAX TEMP F.", not: "4331"),
      temperature("4331", "MAX TEMP C.", not: "4330"),
      temperature("4332", "MIN TEMP F.", not: "4333"),
      temperature("4333", "MIN TEMP C.", not: "4332"),
    ]

  private static func unit(
    _ ai: String, _ title: String, _ components: AIComponent...
  ) -> ApplicationIdentifier {
    ApplicationIdentifier(ai, ai, title, components).attribute.needs("00")
  }

  /// Hundredths of a degree, and a hyphen behind them where they are below zero.
  private static func temperature(
    _ ai: String, _ title: String, not other: String
  ) -> ApplicationIdentifier {
    unit(ai, title, .n(6), .x(1, .oneOf("-")).optional).excludes(other)
  }

  private static func address(_ prefix: String, _ who: String) -> [ApplicationIdentifier] {
    [
      unit(prefix + "0", who + " COMP", .x(upTo: 35, .percentEncoding)),
      unit(prefix + "1", who + " NAME", .x(upTo: 35, .percentEncoding)),
      unit(prefix + "2", who + " ADD1", .x(upTo: 70, .percentEncoding)),
      .ai(prefix + "3", who + " ADD2", .x(upTo: 70, .percentEncoding)).attribute
        .needs(prefix + "2"),
      unit(prefix + "4", who + " SUB", .x(upTo: 70, .percentEncoding)),
      unit(prefix + "5", who + " LOC", .x(upTo: 70, .percentEncoding)),
      unit(prefix + "6", who + " REG", .x(upTo: 70, .percentEncoding)),
      unit(prefix + "7", who + " COUNTRY", .x(2, .countryLetters)),
    ]
  }
}
