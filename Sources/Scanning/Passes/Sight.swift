import Imaging

/// A picture while it is looked at: what passes share, so that none renders what another has.
final class Sight {
  /// The picture as it is.
  let native: Rendering
  /// What is looked for.
  let kinds: Set<ZBarKind>
  let lineReaders: LineReaders
  private var made: [String: Rendering] = [:]

  init(_ image: GrayImage, kinds: Set<ZBarKind>) {
    native = Rendering(name: "native", image: image)
    self.kinds = kinds
    lineReaders = LineReaders(kinds)
  }

  /// The picture's longer side in pixels.
  var longerSide: Int { max(native.image.width, native.image.height) }

  /// What is looked for, linear only.
  var linearKinds: Set<ZBarKind> { kinds.subtracting([.qrCode]) }

  /// A rendering that other passes may have made already.
  func rendering(_ name: String, _ make: (Rendering) -> Rendering) -> Rendering {
    if let known = made[name] { return known }
    let rendering = make(native)
    made[name] = rendering
    return rendering
  }
}
