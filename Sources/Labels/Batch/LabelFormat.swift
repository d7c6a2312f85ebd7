import Imaging

/// How labels are written.
package enum LabelFormat: String, Sendable, CaseIterable {
  /// One bit a pixel.
  case png
  /// A vector picture with its texts as text.
  case svg
  /// A printer's language, each label as one picture.
  case zpl
  /// The same in the printer's own fields, where these give the same.
  case zplFields = "zpl-fields"

  /// What the names of files end in.
  package var fileExtension: String {
    switch self {
    case .png, .svg: rawValue
    case .zpl, .zplFields: "zpl"
    }
  }

  /// Whether labels go one behind the other into one file.
  package var isStream: Bool { self == .zpl || self == .zplFields }
}

/// Writes arranged labels in a format; one a worker.
struct LabelEncoder {
  let format: LabelFormat
  let renderer: LabelRenderer

  func encode(_ label: ArrangedLabel) throws(LabelFault) -> [UInt8] {
    switch format {
    case .png: PNGWriter.encode(renderer.bitmap(of: label), dpi: Double(renderer.template.dpi))
    case .svg: Array(renderer.svg(of: label).utf8)
    case .zpl: try Array(renderer.zpl(of: label, inFields: false).utf8)
    case .zplFields: try Array(renderer.zpl(of: label, inFields: true).utf8)
    }
  }
}
