import Imaging

/// How labels are written.
package enum LabelFormat: String, Sendable, CaseIterable {
  /// One bit a pixel.
  case png
}

/// Writes arranged labels in a format; one a worker.
struct LabelEncoder {
  let format: LabelFormat
  let renderer: LabelRenderer

  func encode(_ label: ArrangedLabel) -> [UInt8] {
    switch format {
    case .png: PNGWriter.encode(renderer.bitmap(of: label), dpi: Double(renderer.template.dpi))
    }
  }
}
