import Imaging

/// How labels are written.
package enum LabelFormat: String, Sendable, CaseIterable {
  /// One bit a pixel.
  case png
  /// A vector picture with its texts as text.
  case svg
  /// ZPL II: each label as one picture.
  case zpl
  /// ZPL II in the printer's own fields, where these give the same.
  case zplFields = "zpl-fields"

  /// Whether all labels stand in one file, one behind the other.
  package var isStream: Bool { self == .zpl || self == .zplFields }
}

/// Writes arranged labels in a format; one a worker.
struct LabelEncoder {
  let format: LabelFormat
  let renderer: LabelRenderer

  /// - Throws: `label.unwritable` where memory is out.
  func encode(_ label: ArrangedLabel) throws(LabelFault) -> [UInt8] {
    switch format {
    case .zpl, .zplFields: Array(try renderer.zpl(of: label, inFields: format == .zplFields).utf8)
    case .svg: Array(renderer.svg(of: label).utf8)
    case .png: PNGWriter.encode(renderer.bitmap(of: label), dpi: Double(renderer.template.dpi))
    }
  }
}
