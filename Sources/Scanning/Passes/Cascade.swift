import Imaging

/// Passes in their order, cheap ones first, until a picture has given what it has.
struct Cascade: Sendable {
  private let passes: [Pass]

  init(_ effort: ScanEffort) {
    passes =
      switch effort {
      case .fast: Self.fast
      case .balanced: Self.balanced
      case .thorough: Self.thorough
      }
  }

  init(_ passes: [Pass]) { self.passes = passes }

  /// What is to be believed of all that the passes read.
  func read(_ image: GrayImage, _ kinds: Set<ZBarKind>) -> [Candidate] {
    let sight = Sight(image, kinds: kinds)
    var candidates = Candidates()
    for pass in passes where pass.isFor(sight) {
      candidates.add(pass.read(sight))
      if candidates.all.contains(where: Trust.isBeyondDoubt) { break }
    }
    return candidates.all.filter { candidate in
      Trust.accepts(candidate, among: candidates.all)
    }
  }
}
