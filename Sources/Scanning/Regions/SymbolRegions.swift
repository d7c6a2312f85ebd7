import Imaging

/// Where in a picture symbols may be, and how linear ones may lie, at a glance.
struct SymbolRegions {
  /// The part of the picture around all that may be a symbol, with room for quiet zones; nil where
  /// nothing may be.
  let bounds: (columns: Range<Int>, rows: Range<Int>)?
  /// Of each five degrees, how many tiles hold stripes that shades change across in that direction.
  private var stripes = [Int](repeating: 0, count: 36)
  /// Of each tile with stripes, that direction.
  private var directions: [Float] = []

  init(of image: GrayImage) {
    let gradients = TileGradients(of: image)
    let limit = Self.limit(gradients)
    var columns = PixelSpan(), rows = PixelSpan()
    for (index, tile) in gradients.tiles.enumerated() where tile.energy >= limit {
      columns.take(index % gradients.columns)
      rows.take(index / gradients.columns)
      if tile.coherence >= 0.5 {
        stripes[min(Int(tile.degrees / 5), 35)] += 1
        directions.append(tile.degrees)
      }
    }
    bounds = columns.pixels(upTo: image.width).flatMap { columns in
      rows.pixels(upTo: image.height).map { (columns, $0) }
    }
  }

  /// Whether stripes lie so that turning the picture, or looking along its columns then, brings
  /// them upright.
  func mayHoldLinear(turnedBy degrees: Int) -> Bool {
    let tiles = [0, 90].reduce(0) { sum, quarter in
      // Clockwise turning adds to the direction.
      sum + (-3...3).reduce(0) { $0 + stripes[((quarter - degrees + 360) / 5 + $1) % 36] }
    }
    // In a small picture a few tiles are much, in a large one many things have stripes.
    return tiles >= max(3, min(stripes.reduce(0, +) * 6 / 100, 8))
  }

  /// By how many degrees the picture has to be turned clockwise so that most stripes stand or lie
  /// straight, at most 45; nil where they do, or there are none.
  var uprightTurn: Double? {
    // Of stripes that lie straight, those that lean by -45 to 45 degrees.
    let leanings = directions.map { $0 - 90 * ($0 / 90).rounded() }
    var most: [Float] = []
    for centre in stride(from: Float(-45), to: 45, by: 3) {
      let near = leanings.map { Self.distance($0, centre) }.filter { abs($0) <= 6 }
      if near.count > most.count { most = near.map { $0 + centre } }
    }
    guard most.count >= 3 else { return nil }
    let lean = most.reduce(0, +) / Float(most.count)
    return abs(lean) < 1 ? nil : Double(-lean)
  }

  /// From one leaning to another, which come again every 90 degrees.
  private static func distance(_ leaning: Float, _ centre: Float) -> Float {
    let distance = leaning - centre
    return distance - 90 * (distance / 90).rounded()
  }

  /// What a tile must have: some share of the busiest ones, and more than flat noise.
  private static func limit(_ gradients: TileGradients) -> Float {
    let energies = gradients.tiles.map(\.energy).sorted()
    guard !energies.isEmpty else { return 0 }
    return max(energies[energies.count * 19 / 20] / 15, 30)
  }
}

/// From the first to the last tile of an axis.
private struct PixelSpan {
  private var first = Int.max
  private var last = -1

  mutating func take(_ tile: Int) { (first, last) = (min(first, tile), max(last, tile)) }

  /// With a tile more on either side.
  func pixels(upTo end: Int) -> Range<Int>? {
    guard last >= 0 else { return nil }
    return max(first - 1, 0) * TileGradients.side..<min((last + 2) * TileGradients.side, end)
  }
}
