/// Identifiers 31nn to 37: measures and counts (GS1 General Specifications, 3.6).
///
/// The fourth digit says how many digits stand behind the decimal point, 0 to 5. Trade measures
/// belong to an item of variable measure, logistic ones to a unit or an item.
extension ApplicationIdentifier {
  static let measures: [ApplicationIdentifier] =
    metric + american + volumes + [
      .ai("37", "COUNT", .n(upTo: 8)).attribute.needs("00+02", "00+8026")
    ]

  private static func trade(_ prefix: String, _ title: String) -> ApplicationIdentifier {
    measure(prefix, title).needs("01", "02")
  }

  private static func logistic(_ prefix: String, _ title: String) -> ApplicationIdentifier {
    measure(prefix, title).needs("00", "01")
  }

  private static func measure(_ prefix: String, _ title: String) -> ApplicationIdentifier {
    .ais(prefix + "0", prefix + "5", title, .n(6)).predefined.attribute.excludes(prefix + "n")
  }

  private static let metric: [ApplicationIdentifier] = [
    trade("310", "NET WEIGHT (kg)"), trade("311", "LENGTH (m)"), trade("312", "WIDTH (m)"),
    trade("313", "HEIGHT (m)"), trade("314", "AREA (m²)"), trade("315", "NET VOLUME (l)"),
    trade("316", "NET VOLUME (m³)"), trade("320", "NET WEIGHT (lb)"), trade("321", "LENGTH (in)"),
    trade("322", "LENGTH (ft)"), trade("323", "LENGTH (yd)"), trade("324", "WIDTH (in)"),
    trade("325", "WIDTH (ft)"), trade("326", "WIDTH (yd)"), trade("327", "HEIGHT (in)"),
    trade("328", "HEIGHT (ft)"), trade("329", "HEIGHT (yd)"),
    logistic("330", "GROSS WEIGHT (kg)"), logistic("331", "LENGTH (m), log"),
    logistic("332", "WIDTH (m), log"), logistic("333", "HEIGHT (m), log"),
    logistic("334", "AREA (m²), log"), logistic("335", "VOLUME (l), log"),
    logistic("336", "VOLUME (m³), log"), measure("337", "KG PER m²").needs("01"),
  ]

  private static let american: [ApplicationIdentifier] = [
    logistic("340", "GROSS WEIGHT (lb)"), logistic("341", "LENGTH (in), log"),
    logistic("342", "LENGTH (ft), log"), logistic("343", "LENGTH (yd), log"),
    logistic("344", "WIDTH (in), log"), logistic("345", "WIDTH (ft), log"),
    logistic("346", "WIDTH (yd), log"), logistic("347", "HEIGHT (in), log"),
    logistic("348", "HEIGHT (ft), log"), logistic("349", "HEIGHT (yd), log"),
    trade("350", "AREA (in²)"), trade("351", "AREA (ft²)"), trade("352", "AREA (yd²)"),
    logistic("353", "AREA (in²), log"), logistic("354", "AREA (ft²), log"),
    logistic("355", "AREA (yd²), log"),
  ]

  private static let volumes: [ApplicationIdentifier] = [
    trade("356", "NET WEIGHT (tr oz)"), trade("357", "NET VOLUME (oz)"),
    trade("360", "NET VOLUME (qt (US))"), trade("361", "NET VOLUME (gal.)"),
    logistic("362", "VOLUME (qt (US)), log"), logistic("363", "VOLUME (gal (US)), log"),
    trade("364", "NET VOLUME (in³)"), trade("365", "NET VOLUME (ft³)"),
    trade("366", "NET VOLUME (yd³)"), logistic("367", "VOLUME (in³), log"),
    logistic("368", "VOLUME (ft³), log"), logistic("369", "VOLUME (yd³), log"),
  ]
}
