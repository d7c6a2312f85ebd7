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
  public let dpi: Int
  /// The names of the fields, in the order of the template.
  public var fieldNames: [String] { fields.map(\.name) }

  /// The file that it was read from, safe to print.
  let file: String
  /// The folder that the names of its pictures are relative to.
  let folder: String
  let fields: [FieldRule]
  /// How the picture of a row is called, without its ending.
  let fileName: FieldText
  let elements: [LabelElement]
  /// The sheet whose places its labels are made for, where it names one.
  package private(set) var sheet: LabelSheet?

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
    return LabelTemplate(
      name: name, width: width, height: height, dpi: dpi, file: file, folder: folder,
      fields: fields,
      fileName: fileName, elements: elements, sheet: sheet)
  }

  /// The most dots of a label: 12.5 MB as a bitmap.
  static let dotLimit = 100_000_000

  static func dots(width: Double, height: Double, dpi: Int) -> Int {
    let scale = DotScale(dpi: dpi)
    return scale.dots(width) * scale.dots(height)
  }
}
