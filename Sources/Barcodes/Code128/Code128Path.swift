/// The shortest way to write bytes (Latin-1) in the symbol characters of Code 128.
///
/// A dynamic programme from the end of the text: how many symbol characters the rest needs in
/// each state. Of several shortest ways the first in a fixed order is taken, so that a text always
/// gets the same symbol. The greedy rules of ISO/IEC 15417, Annex E, come close to it, but not
/// always.
struct Code128Path {
  private static let allStates = Code128State.allCases
  /// Those without FNC4 latched, which pays for the upper half of Latin-1 only.
  private static let plainStates: [Code128State] = [.b, .a, .c]
  private static let unreachable: Int32 = .max / 4

  private let bytes: [UInt8]
  private let states: [Code128State]
  /// The byte that stands for FNC1, where one does.
  private let fnc1: UInt8?
  /// How many symbol characters the bytes from an index on need in a state whose next symbol
  /// character carries data: as many numbers an index as there are states.
  private var costs: [Int32]
  /// The same with the switch to another state in front, where that makes it less.
  private var rests: [Int32]

  init(_ bytes: [UInt8], fnc1: UInt8? = nil) {
    (self.bytes, self.fnc1) = (bytes, fnc1)
    states = bytes.contains { $0 >= 0x80 } ? Self.allStates : Self.plainStates
    costs = Array(repeating: 0, count: (bytes.count + 1) * Self.allStates.count)
    rests = costs
    for index in bytes.indices.reversed() {
      for state in states {
        costs[slot(index, state)] = bestStep(at: index, in: state)?.cost ?? Self.unreachable
      }
      for state in states { rests[slot(index, state)] = leastCost(from: index, in: state) }
    }
  }

  /// The symbol characters from the start character to the last one of the data.
  var symbolCharacters: [UInt8] {
    var state = start, index = 0
    var characters: [UInt8] = []
    characters.reserveCapacity(bytes.count + 8)
    characters.append(state.startCharacter)
    while index < bytes.count {
      let next = nextState(at: index, from: state)
      if state != next { characters += state.switchCharacters(to: next) }
      guard let step = bestStep(at: index, in: next) else { break }
      if bytes[index] == fnc1 {
        characters.append(Code128Patterns.fnc1)
      } else {
        let last = index + step.length - 1
        next.append(bytes[index], bytes[last], shifted: step.shifted, to: &characters)
      }
      (state, index) = (next, index + step.length)
    }
    return characters
  }

  private struct Step {
    let length: Int
    let shifted: Bool
    let cost: Int32
  }

  /// The cheapest way to write what is at an index without leaving a state for good.
  private func bestStep(at index: Int, in state: Code128State) -> Step? {
    let byte = bytes[index]
    if byte == fnc1 {
      return Step(length: 1, shifted: false, cost: 1 + rest(from: index + 1, in: state))
    }
    if state == .c { return pairStep(at: index) }
    let foreign = (byte >= 0x80) == state.isExtended ? 0 : 1
    let shifted = !state.holds(byte)
    let rest = rest(from: index + 1, in: state)
    return Step(length: 1, shifted: shifted, cost: rest + Int32(1 + foreign + (shifted ? 1 : 0)))
  }

  private func pairStep(at index: Int) -> Step? {
    guard index + 1 < bytes.count, bytes[index].isDigit, bytes[index + 1].isDigit else {
      return nil
    }
    return Step(length: 2, shifted: false, cost: 1 + rest(from: index + 2, in: .c))
  }

  /// What the bytes from an index on need, switches included.
  private func rest(from index: Int, in state: Code128State) -> Int32 {
    rests[slot(index, state)]
  }

  private func leastCost(from index: Int, in state: Code128State) -> Int32 {
    var least = Self.unreachable
    for next in states {
      least = min(least, costs[slot(index, next)] + state.switchCost(to: next))
    }
    return least
  }

  private var start: Code128State {
    preferred(Code128State.startOrder(bytes.drop { $0 == fnc1 })) { rest(from: 0, in: $0) }
  }

  /// Of equally short ways, the one of Annex E: an even number of digits, four at least, is worth
  /// a switch to C; otherwise staying comes first.
  private func nextState(at index: Int, from state: Code128State) -> Code128State {
    var best = state != .c && isWorthPairs(at: index) ? .c : state
    var least = cost(of: best, at: index, from: state)
    let staying = cost(of: state, at: index, from: state)
    if staying < least { (best, least) = (state, staying) }
    for next in states {
      let cost = cost(of: next, at: index, from: state)
      if cost < least { (best, least) = (next, cost) }
    }
    return best
  }

  private func isWorthPairs(at index: Int) -> Bool {
    var end = index
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    return end - index >= 4 && (end - index).isMultiple(of: 2)
  }

  private func cost(of next: Code128State, at index: Int, from state: Code128State) -> Int32 {
    costs[slot(index, next)] + state.switchCost(to: next)
  }

  private func preferred(
    _ order: [Code128State], cost: (Code128State) -> Int32
  ) -> Code128State {
    order.dropFirst().reduce(order[0]) { cost($1) < cost($0) ? $1 : $0 }
  }

  private func slot(_ index: Int, _ state: Code128State) -> Int {
    index * Self.allStates.count + state.rawValue
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
