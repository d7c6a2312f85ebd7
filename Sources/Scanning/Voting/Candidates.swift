/// What passes have read so far, one entry for each physical symbol.
struct Candidates {
  private(set) var all: [Candidate] = []
  /// Whether the EAN-13 of a book is told as an ISBN.
  private let namesBooks: Bool

  init(namesBooks: Bool = false) {
    self.namesBooks = namesBooks
  }

  /// Takes in what one pass has read.
  ///
  /// Equal content at one place is one symbol. At another place it is a second one if the same
  /// pass sees both: outlines of different passes don't lie exactly alike.
  mutating func add(_ readings: [Reading]) {
    let readings = namesBooks ? readings.map(\.namingBook) : readings
    let known = all.indices
    let seenAgain = Set(
      known.filter { index in
        readings.contains { all[index].isSameContent(as: $0) && all[index].lies(at: $0) }
      })
    for reading in readings {
      let homes = known.filter { all[$0].isSameContent(as: reading) }
      if let home = homes.first(where: { all[$0].lies(at: reading) }) {
        all[home].take(reading)
      } else if homes.allSatisfy(seenAgain.contains) {
        addNew(reading, from: known.upperBound)
      }
    }
  }

  private mutating func addNew(_ reading: Reading, from start: Int) {
    let twin = all[start...].firstIndex { $0.isSameContent(as: reading) && $0.lies(at: reading) }
    if let twin { all[twin].take(reading) } else { all.append(Candidate(reading)) }
  }
}

/// A physical symbol as far as it is known: what the passes that read it agree about.
struct Candidate {
  let content: SymbolContent
  /// Of the pass that had the most agreeing lines.
  private(set) var best: Reading
  /// Who read it, and in which pixels: the same decoder in the same pixels is one witness, in
  /// however many passes.
  private(set) var witnesses: Set<Witness>
  /// By engine, the most lines that agreed in one pass.
  private(set) var agreement: [String: Int]

  init(_ reading: Reading) {
    (content, best, witnesses) = (reading.content, reading, [Witness(reading)])
    agreement = [reading.engine: reading.outline.quality]
  }

  /// The most lines that agreed in one pass.
  var quality: Int { best.outline.quality }

  fileprivate func isSameContent(as reading: Reading) -> Bool {
    content.symbology == reading.content.symbology && content.data == reading.content.data
  }

  fileprivate func lies(at reading: Reading) -> Bool {
    PixelBounds(best.outline.corners).overlaps(PixelBounds(reading.outline.corners))
  }

  fileprivate mutating func take(_ reading: Reading) {
    witnesses.insert(Witness(reading))
    agreement[reading.engine] = max(agreement[reading.engine] ?? 0, reading.outline.quality)
    if reading.outline.quality > quality { best = reading }
  }
}

/// One decoder, in one rendering's pixels.
struct Witness: Hashable {
  private let pixels, engine: String

  init(_ reading: Reading) {
    (pixels, engine) = (reading.pixels, reading.engine)
  }
}
