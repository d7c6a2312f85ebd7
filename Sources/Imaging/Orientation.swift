/// How a stored picture is to be turned for display (TIFF 6.0, tag 274): what the first stored
/// row and the first stored column are of the displayed picture.
enum Orientation: UInt16, Sendable, CaseIterable {
  case upright = 1
  case mirrored = 2
  case halfTurn = 3
  case upsideDownMirrored = 4
  case transposed = 5
  case quarterTurnRight = 6
  case antitransposed = 7
  case quarterTurnLeft = 8

  /// Whether rows become columns.
  var swapsSides: Bool { rawValue >= 5 }
}

extension GrayImage {
  /// The picture as it is displayed.
  func displayed(_ orientation: Orientation) -> GrayImage {
    guard orientation != .upright else { return self }
    let source = DisplayedStart(self, orientation)
    let (columns, rows) = orientation.swapsSides ? (height, width) : (width, height)
    let turned = [UInt8](unsafeUninitializedCapacity: pixels.count) { target, filled in
      pixels.withUnsafeBufferPointer { stored in
        for y in 0..<rows {
          var index = source.first + y * source.perRow
          for _ in 0..<columns {
            target[filled] = stored[index]
            filled += 1
            index += source.perColumn
          }
        }
      }
    }
    return GrayImage(width: columns, height: rows, pixels: turned)
  }
}

/// Where the displayed picture begins in the stored one, and the way to go from there.
private struct DisplayedStart {
  let first: Int
  let perColumn: Int
  let perRow: Int

  init(_ image: GrayImage, _ orientation: Orientation) {
    let right = image.width - 1
    let bottom = (image.height - 1) * image.width
    let down = image.width
    (first, perColumn, perRow) =
      switch orientation {
      case .upright: (0, 1, down)
      case .mirrored: (right, -1, down)
      case .halfTurn: (bottom + right, -1, -down)
      case .upsideDownMirrored: (bottom, 1, -down)
      case .transposed: (0, down, 1)
      case .quarterTurnRight: (bottom, -down, 1)
      case .antitransposed: (bottom + right, -down, -1)
      case .quarterTurnLeft: (right, down, -1)
      }
  }
}
