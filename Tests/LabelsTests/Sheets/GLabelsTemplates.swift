import Foundation

/// The sheets of glabels' database, another collection of makers' measures.
struct GLabelsTemplates {
  /// A sheet's measures in millimetres.
  struct Sheet {
    var columns = 0, rows = 0
    var width = 0.0, height = 0.0
    var left = 0.0, top = 0.0
    var across = 0.0, down = 0.0
  }

  static let folder = "/usr/share/libglabels-3.0/templates"
  static let isInstalled = FileManager.default.fileExists(atPath: folder)
  /// By maker and number in lower case, as `avery-l7160`.
  private(set) var sheets: [String: Sheet] = [:]

  init() throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted() {
      guard file.hasSuffix("-templates.xml"), !file.contains("other") else { continue }
      let text = try String(contentsOfFile: Self.folder + "/" + file, encoding: .isoLatin1)
      read(text)
    }
  }

  private mutating func read(_ text: String) {
    var name = ""
    for tag in text.components(separatedBy: "<").dropFirst() {
      let value = { (key: String) in Self.value(key, in: tag) }
      if tag.hasPrefix("Template ") {
        name = "\(value("brand") ?? "")-\(value("part") ?? "")".lowercased()
        if let equal = value("equiv") {
          sheets[name] = sheets["\(value("brand") ?? "")-\(equal)".lowercased()]
        }
      } else if tag.hasPrefix("Label-rectangle") {
        sheets[name, default: Sheet()].width = Self.millimetres(value("width"))
        sheets[name, default: Sheet()].height = Self.millimetres(value("height"))
      } else if tag.hasPrefix("Label-round") {
        sheets[name, default: Sheet()].width = 2 * Self.millimetres(value("radius"))
        sheets[name, default: Sheet()].height = 2 * Self.millimetres(value("radius"))
      } else if tag.hasPrefix("Layout ") {
        sheets[name, default: Sheet()].columns = Int(value("nx") ?? "") ?? 0
        sheets[name, default: Sheet()].rows = Int(value("ny") ?? "") ?? 0
        sheets[name, default: Sheet()].left = Self.millimetres(value("x0"))
        sheets[name, default: Sheet()].top = Self.millimetres(value("y0"))
        sheets[name, default: Sheet()].across = Self.millimetres(value("dx"))
        sheets[name, default: Sheet()].down = Self.millimetres(value("dy"))
      }
    }
  }

  private static func value(_ key: String, in tag: String) -> String? {
    guard let start = tag.range(of: " \(key)=\"") else { return nil }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }

  /// A length with its unit, points where it has none.
  private static func millimetres(_ text: String?) -> Double {
    guard let text else { return 0 }
    let units = ["mm": 1, "in": 25.4, "pt": 25.4 / 72, "cm": 10]
    let unit = units.keys.first { text.hasSuffix($0) }
    let number = Double(unit.map { String(text.dropLast($0.count)) } ?? text) ?? 0
    return number * (units[unit ?? "pt"] ?? 0)
  }
}
