import Imaging

/// Passes in their order, cheap ones first, until a picture has given what it has.
struct Cascade: Sendable {
  let passes: [Pass]
  /// How many of them are taken in any case: a shrunk photo that gave a large symbol may hold small
  /// ones.
  let fewest: Int

  /// What is to be believed of all that the passes read.
  ///
  /// - Parameter asides: passes of symbologies that the cascade's own don't read: they are taken
  ///   whatever else was read, and end nothing.
  func read(_ image: GrayImage, _ kinds: Set<ZBarKind>, asides: [Pass] = []) -> [Candidate] {
    let sight = Sight(image, kinds: kinds)
    var candidates = Candidates()
    for (index, pass) in passes.enumerated() where !kinds.isEmpty && pass.isFor(sight) {
      candidates.add(pass.read(sight))
      if index + 1 >= fewest, candidates.all.contains(where: Trust.isBeyondDoubt) { break }
    }
    for pass in asides where pass.isFor(sight) { candidates.add(pass.read(sight)) }
    return candidates.all.filter { Trust.accepts($0, among: candidates.all) }
  }
}
