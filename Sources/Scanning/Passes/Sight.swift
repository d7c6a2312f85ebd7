import Imaging

/// A picture while it is looked at: what passes share, so that none renders what another has.
final class Sight {
  /// The picture as it is.
  let native: Rendering
  /// What is looked for.
  let kinds: Set<ZBarKind>
  let lineReaders: LineReaders
  private var made: [String: Rendering] = [:]
  /// Where symbols may be.
  private(set) lazy var regions = SymbolRegions(of: native.image)

  init(_ image: GrayImage, kinds: Set<ZBarKind>) {
    native = Rendering(name: "native", image: image)
    self.kinds = kinds
    lineReaders = LineReaders(kinds)
  }

  /// The picture's longer side in pixels.
  var longerSide: Int { max(native.image.width, native.image.height) }

  /// What is looked for, linear only.
  var linearKinds: Set<ZBarKind> { kinds.subtracting([.qrCode]) }

  /// The part of the picture in which symbols may be, for passes that are dear.
  var part: Rendering { promising ?? native }

  /// Nil where no symbol may be.
  private(set) lazy var promising: Rendering? = regions.bounds.map { bounds in
    let pixels = bounds.columns.count * bounds.rows.count
    return 10 * pixels > 9 * native.image.pixels.count
      ? native : native.cut(columns: bounds.columns, rows: bounds.rows, as: "")
  }

  /// The part in which symbols may be, turned so that most stripes stand or lie straight; nil where
  /// they do.
  private(set) lazy var upright: Rendering? = regions.uprightTurn.map {
    part.rotated(degrees: $0, as: "upright")
  }

  /// A rendering of the part in which symbols may be.
  func focused(_ name: String, _ make: (Rendering) -> Rendering) -> Rendering {
    rendering(name) { _ in make(part) }
  }

  /// A rendering that other passes may have made already.
  func rendering(_ name: String, _ make: (Rendering) -> Rendering) -> Rendering {
    if let known = made[name] { return known }
    let rendering = make(native)
    made[name] = rendering
    return rendering
  }
}
