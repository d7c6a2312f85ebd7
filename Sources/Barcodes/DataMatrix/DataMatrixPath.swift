/// The shortest way to write a message in the words of Data Matrix.
///
/// A dynamic programme over the place in the message, the scheme, and how much of a group of
/// values is open there. The look-ahead of ISO/IEC 16022:2006, Annex P, comes close to it, but not
/// always. What the end of the symbol saves is counted in `length`, and depends on the size only
/// where the words are written.
struct DataMatrixPath {
  /// A part of the message in one scheme.
  struct Segment: Equatable {
    let scheme: DataMatrixScheme
    var range: Range<Int>
  }

  private let message: [DataMatrixCharacter]
  /// `DataMatrixState.count` numbers a place.
  private var costs: [Int32]
  private var steps: [Step]
  /// Bytes of the Base 256 field that is open, where it has one byte of length.
  private var fieldLength: [UInt8]
  /// The fewest words with which the message can be written, prefix included.
  private(set) var length = Int.max

  private struct Step {
    var origin: DataMatrixState = .ascii
    /// Characters: none for a change of scheme.
    var characters: UInt8 = 0
  }

  private static let unreachable = Int32.max / 4

  /// - Parameter prefixLength: words that stand before the message.
  init(_ message: [DataMatrixCharacter], prefixLength: Int) {
    self.message = message
    let slots = (message.count + 1) * DataMatrixState.count
    costs = Array(repeating: Self.unreachable, count: slots)
    steps = Array(repeating: Step(), count: slots)
    fieldLength = Array(repeating: 0, count: message.count + 1)
    costs[DataMatrixState.ascii.rawValue] = Int32(prefixLength)
    for place in message.indices {
      changeScheme(at: place)
      write(at: place)
    }
    changeScheme(at: message.count)
    length = endings.map { total($0) }.min() ?? .max
  }

  // MARK: Forward

  /// Back to ASCII, and from there on to another scheme.
  private mutating func changeScheme(at place: Int) {
    for state in DataMatrixState.allCases {
      guard let cost = state.unlatchCost else { continue }
      relax(place, state, to: .ascii, characters: 0, cost: cost)
    }
    for state in DataMatrixState.entries {
      relax(place, .ascii, to: state, characters: 0, cost: state == .base256 ? 2 : 1)
    }
  }

  private mutating func write(at place: Int) {
    let character = message[place]
    relax(
      place, .ascii, to: .ascii, characters: 1,
      cost: character < 128 || character == .fnc1 ? 1 : 2)
    if character.isDataMatrixDigit, place + 1 < message.count,
      message[place + 1].isDataMatrixDigit
    {
      relax(place, .ascii, to: .ascii, characters: 2, cost: 1)
    }
    writeTriples(
      at: place, DataMatrixState.c40Groups, values: DataMatrixScheme.c40.valueCount(character))
    writeTriples(
      at: place, DataMatrixState.textGroups, values: DataMatrixScheme.text.valueCount(character))
    if character.x12Value != nil { writeTriples(at: place, DataMatrixState.x12Groups, values: 1) }
    if character.isEDIFACT { writeEDIFACT(at: place) }
    if character != .fnc1 { writeBase256(at: place) }
  }

  /// Three values make two words.
  private mutating func writeTriples(at place: Int, _ states: [DataMatrixState], values: Int) {
    for open in 0..<3 {
      relax(
        place, states[open], to: states[(open + values) % 3], characters: 1,
        cost: (open + values) / 3 * 2)
    }
  }

  /// Four values make three words; each is counted when its first bit is written.
  private mutating func writeEDIFACT(at place: Int) {
    for open in 0..<4 {
      relax(
        place, DataMatrixState.edifactGroups[open],
        to: DataMatrixState.edifactGroups[(open + 1) % 4],
        characters: 1, cost: open == 3 ? 0 : 1)
    }
  }

  /// A field of 250 bytes and more has two bytes of length (5.2.9.1).
  ///
  /// Of fields at the same place the cheaper one stays ahead whatever follows, and of equally
  /// cheap ones the shorter, so one of each kind is enough.
  private mutating func writeBase256(at place: Int) {
    let next = place + 1
    relax(place, .longBase256, to: .longBase256, characters: 1, cost: 1)
    let bytes = fieldLength[place]
    if bytes == 249 {
      relax(place, .base256, to: .longBase256, characters: 1, cost: 2)
    } else if relax(place, .base256, to: .base256, characters: 1, cost: 1) {
      fieldLength[next] = bytes + 1
    }
  }

  /// Whether the way by one step is shorter than what was known.
  @discardableResult
  private mutating func relax(
    _ place: Int, _ state: DataMatrixState, to next: DataMatrixState, characters: Int, cost: Int
  ) -> Bool {
    let total = costs[slot(place, state)] + Int32(cost)
    let target = slot(place + characters, next)
    // A new Base 256 field is shorter than one that is open, and as cheap.
    let isShorterField = next == .base256 && characters == 0
    guard total < costs[target] || isShorterField && total == costs[target] else { return false }
    guard total < Self.unreachable else { return false }
    costs[target] = total
    steps[target] = Step(origin: state, characters: UInt8(characters))
    if isShorterField { fieldLength[place] = 0 }
    return true
  }

  private func slot(_ place: Int, _ state: DataMatrixState) -> Int {
    place * DataMatrixState.count + state.rawValue
  }

  // MARK: The end

  /// How the message can end: a state, what of the message stays for ASCII without an unlatch,
  /// and what the end costs.
  private struct Ending {
    let place: Int
    let state: DataMatrixState
    let cost: Int
    /// Whether it needs a symbol without a word to spare.
    var isExact = false
  }

  private var endings: [Ending] {
    let end = message.count
    var endings = [
      Ending(place: end, state: .ascii, cost: 0),
      Ending(place: end, state: .base256, cost: 0),
      Ending(place: end, state: .longBase256, cost: 0),
      // A length of 0 means up to the end of the symbol (5.2.9.1).
      Ending(place: end, state: .longBase256, cost: -1, isExact: true),
    ]
    for states in [DataMatrixState.c40Groups, DataMatrixState.textGroups] {
      endings.append(Ending(place: end, state: states[0], cost: 0))
      // Two values and a shift that shifts nothing (5.2.5.2 b).
      endings.append(Ending(place: end, state: states[2], cost: 2, isExact: true))
    }
    endings.append(Ending(place: end, state: .x12, cost: 0))
    endings.append(Ending(place: end, state: .edifact, cost: 0))
    return endings + asciiTails
  }

  /// The last word after C40, Text and X12, the last two after EDIFACT need no unlatch: there is
  /// no room for a group of values (5.2.5.2 d, 5.2.7.2, 5.2.8.2).
  private var asciiTails: [Ending] {
    var tails: [Ending] = []
    for characters in 1...4 where characters <= message.count {
      let place = message.count - characters
      let words = Self.asciiLength(message[place...])
      if words == 1 {
        tails += [.c40, .text, .x12].map { Ending(place: place, state: $0, cost: 1) }
      }
      if words <= 2 { tails.append(Ending(place: place, state: .edifact, cost: words)) }
    }
    return tails
  }

  private static func asciiLength(_ characters: ArraySlice<DataMatrixCharacter>) -> Int {
    var words = 0, rest = characters
    while let first = rest.popFirst() {
      if first.isDataMatrixDigit, let next = rest.first, next.isDataMatrixDigit {
        rest.removeFirst()
        words += 1
      } else {
        words += first.asciiWords.count
      }
    }
    return words
  }

  private func total(_ ending: Ending) -> Int {
    Int(costs[slot(ending.place, ending.state)]) + ending.cost
  }

  // MARK: Back

  /// The segments of the shortest way into a symbol with a number of words.
  func segments(words: Int) -> [Segment] {
    let possible = endings.filter { $0.isExact ? total($0) == words : total($0) <= words }
    guard let ending = possible.min(by: { total($0) < total($1) }) else { return [] }
    var segments: [Segment] = []
    if ending.place < message.count {
      segments.append(Segment(scheme: .ascii, range: ending.place..<message.count))
    }
    var place = ending.place, state = ending.state, joins = false
    while place > 0 || state != .ascii {
      let step = steps[slot(place, state)]
      let start = place - Int(step.characters)
      if start == place {
        joins = false
      } else if joins, let open = segments.last {
        segments[segments.count - 1].range = start..<open.range.upperBound
      } else {
        segments.append(Segment(scheme: state.scheme, range: start..<place))
        joins = true
      }
      (place, state) = (start, step.origin)
    }
    return segments.reversed()
  }
}
