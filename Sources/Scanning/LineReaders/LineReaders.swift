/// All readers of edges, tried on a profile in both directions.
struct LineReaders: Sendable {
  /// The name of these readers as an engine.
  static let engine = "tally-lines"

  private let retail: RetailReader

  init(_ kinds: Set<ZBarKind>) {
    retail = RetailReader(kinds)
  }

  /// Memory that is used again from profile to profile.
  struct Workspace {
    fileprivate var finder = EdgeFinder()
    fileprivate var mirrored: [Float] = []
  }

  /// What is read on a profile, each content once.
  func read(_ profile: UnsafeBufferPointer<Float>, _ workspace: inout Workspace) -> [LineReading] {
    var readings: [LineReading] = []
    for place in [EdgeFinder.Place.steepest, .halfway] {
      workspace.finder.find(in: profile, place: place)
      for reading in read(&workspace, length: Float(profile.count)) {
        let isKnown = readings.contains { $0.kind == reading.kind && $0.bytes == reading.bytes }
        if !isKnown { readings.append(reading) }
      }
    }
    return readings
  }

  private func read(_ workspace: inout Workspace, length: Float) -> [LineReading] {
    let beginsWithBar = workspace.finder.beginsWithBar
    let count = workspace.finder.edges.count
    guard count >= 20 else { return [] }
    var readings = workspace.finder.edges.withUnsafeBufferPointer { positions in
      read(BarEdges(positions: positions, beginsWithBar: beginsWithBar))
    }
    let endsWithBar = workspace.finder.mirror(length: length, into: &workspace.mirrored)
    readings += workspace.mirrored.withUnsafeBufferPointer { positions in
      read(BarEdges(positions: positions, beginsWithBar: endsWithBar)).map { reading in
        var reading = reading
        (reading.near, reading.far) = (length - reading.far, length - reading.near)
        reading.isReversed = true
        return reading
      }
    }
    return readings
  }

  private func read(_ edges: BarEdges) -> [LineReading] {
    retail.read(edges)
  }
}
