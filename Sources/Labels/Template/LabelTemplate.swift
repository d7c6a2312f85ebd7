/// A label as a template describes it: its size, the fields of a row that it shows, and where.
///
/// A template is checked as a whole when it is read; what depends on the row is checked when the
/// row is rendered.
public struct LabelTemplate: Sendable, Equatable {
  /// The template's own name.
  public let name: String
  /// Width in millimetres.
  public let width: Double
  /// Height in millimetres.
  public let height: Double
  /// Printer dots an inch.
  public private(set) var dpi: Int
  /// The names of the fields that a row brings, in the order of the template.
  public var fieldNames: [String] { fields.filter { $0 != .counter }.map(\.name) }
  /// What a preview shows, by the names of the fields.
  public var examples: [String: String] {
    Dictionary(
      fields.compactMap { field in field.example.map { (field.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
  /// Whether labels are numbered: the counter `{n}` is in one of its texts.
  public var isCounting: Bool { fields.last == .counter }

  /// The file that it was read from, safe to print.
  let file: String
  /// The folder that the names of its pictures are relative to.
  let folder: String
  /// Where the template counts, the last one is the counter.
  let fields: [FieldRule]
  /// How the picture of a row is called, without its ending.
  let fileName: FieldText
  /// How many labels a row wants, where it says so itself.
  let copies: FieldText?
  let elements: [LabelElement]
  /// The sheet whose places its labels are made for, where it names one.
  package private(set) var sheet: LabelSheet?
  /// Of the text that it was read from: another text, another fingerprint.
  var fingerprint: Fingerprint

  /// The same label for a printer of another resolution.
  ///
  /// - Throws: `TemplateFault` where the label has more dots than are ever drawn.
  public func with(dpi: Int) throws(TemplateFault) -> LabelTemplate {
    let dots = Self.dots(width: width, height: height, dpi: dpi)
    guard dots <= Self.dotLimit else {
      throw TemplateFault(
        file: file, code: "template.value",
        message: "the label has \(dots) dots at \(dpi) dpi, expected at most \(Self.dotLimit).")
    }
    var template = self
    template.dpi = dpi
    return template
  }

  /// The most dots of a label: 12.5 MB as a bitmap.
  static let dotLimit = 100_000_000

  static func dots(width: Double, height: Double, dpi: Int) -> Int {
    let scale = DotScale(dpi: dpi)
    return scale.dots(width) * scale.dots(height)
  }
}
