import Imaging

/// How labels are written.
package enum LabelFormat: String, Sendable, CaseIterable {
  /// One bit a pixel.
  case png
  /// A vector picture with its texts as text.
  case svg
}

/// Writes arranged labels in a format; one a worker.
struct LabelEncoder {
  let format: LabelFormat
  let renderer: LabelRenderer

  func encode(_ label: ArrangedLabel) -> [UInt8] {
    switch format {
    case .svg: Array(renderer.svg(of: label).utf8)
    case .png: PNGWriter.encode(renderer.bitmap(of: label), dpi: Double(renderer.template.dpi))
    }
  }
}
