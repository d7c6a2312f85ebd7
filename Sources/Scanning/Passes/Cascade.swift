import Barcodes
import Imaging

/// Passes in their order, cheap ones first, until a picture has given what it has.
struct Cascade: Sendable {
  let passes: [Pass]
  /// How many of them are taken in any case: a shrunk photo that gave a large symbol may hold small
  /// ones.
  let fewest: Int
  /// What is looked at too where several symbols were seen: a picture of a shelf holds some that are
  /// harder to read than the first, and a symbol that is beyond doubt says nothing about them.
  let forSeveral: [Pass]
  /// What is looked at too where a QR Code was read: sheets, screens and photos hold several, in and
  /// out of focus.
  var besideMatrix: [Pass] = []

  /// What is to be believed of all that the passes read.
  ///
  /// - Parameters:
  ///   - wanted: what ends the passes once it is beyond doubt; decoders may find more.
  ///   - asides: passes of symbologies that the cascade's own don't read: they are taken whatever
  ///     else was read, and end nothing.
  func read(
    _ image: GrayImage, _ kinds: Set<ZBarKind>, wanted: Set<Symbology>, asides: [Pass]
  ) -> [Candidate] {
    let sight = Sight(image, kinds: kinds)
    var candidates = Candidates(namesBooks: wanted.contains(.isbn))
    var taken: Set<String> = []
    for (index, pass) in passes.enumerated() where !kinds.isEmpty && pass.isFor(sight) {
      candidates.add(pass.read(sight))
      taken.insert(pass.name)
      let isDone = candidates.all.contains {
        wanted.contains($0.content.symbology) && Trust.isBeyondDoubt($0)
      }
      if index + 1 >= fewest, isDone { break }
    }
    let believed = candidates.believed
    let more =
      (believed.contains { $0.content.symbology == .qrCode } ? besideMatrix : [])
      + (believed.count > 1 ? forSeveral : [])
    for pass in more where pass.isFor(sight) && taken.insert(pass.name).inserted {
      candidates.add(pass.read(sight))
    }
    for pass in asides where pass.isFor(sight) { candidates.add(pass.read(sight)) }
    return candidates.believed
  }
}

extension Candidates {
  fileprivate var believed: [Candidate] { all.filter { Trust.accepts($0, among: all) } }
}
