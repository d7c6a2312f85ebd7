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
  let fields: [FieldRule]
  /// How the picture of a row is called, without its ending.
  let fileName: FieldText
  let elements: [LabelElement]

  /// The same label for a printer of another resolution.
  public func with(dpi: Int) -> LabelTemplate {
    LabelTemplate(
      name: name, width: width, height: height, dpi: dpi, file: file, fields: fields,
      fileName: fileName, elements: elements)
  }
}
