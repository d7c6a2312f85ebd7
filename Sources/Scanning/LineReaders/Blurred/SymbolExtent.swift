/// Where a retail symbol may begin and end on a profile: many edges between two quiet zones.
struct SymbolExtent {
  var near: Float
  var far: Float

  /// The extents on a profile whose edges are known.
  static func find(in edges: [Float], beginsWithBar: Bool, length: Int) -> [SymbolExtent] {
    var extents: [SymbolExtent] = []
    let bars = stride(from: beginsWithBar ? 0 : 1, to: edges.count, by: 2)
    for start in bars {
      let quiet = start == 0 ? edges[start] : edges[start] - edges[start - 1]
      // A blurred symbol shows a fifth of its edges at least, and none that it doesn't have.
      for end in stride(from: start + fewest - 1, to: min(start + most, edges.count), by: 2) {
        let module = (edges[end] - edges[start]) / 95
        guard module >= 0.8 else { continue }
        if quiet < 5 * module { break }
        let after = end + 1 < edges.count ? edges[end + 1] - edges[end] : Float(length) - edges[end]
        guard after >= 5 * module, widestGap(edges, start, end) <= 13 * module else { continue }
        extents.append(SymbolExtent(near: edges[start], far: edges[end]))
      }
    }
    return extents
  }

  private static let fewest = 12
  private static let most = 64

  /// The widest gap inside: of a symbol four modules, and more where blur hides what is between.
  private static func widestGap(_ edges: [Float], _ start: Int, _ end: Int) -> Float {
    var widest: Float = 0
    for index in start..<end { widest = max(widest, edges[index + 1] - edges[index]) }
    return widest
  }

  /// Whether two are of neighbouring bands of one symbol.
  func isBeside(_ other: SymbolExtent) -> Bool {
    let reach = (far - near) / 16
    return abs(near - other.near) <= reach && abs(far - other.far) <= reach
  }
}
