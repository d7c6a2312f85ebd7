/// The least number of symbol characters of Code 128 from start character to last data character,
/// found by breadth-first search over what a reader goes through, one symbol character a step.
enum Code128Search {
  private struct Reader: Hashable {
    var index = 0
    var set: Character
    var latched = false
    var fnc4 = false
    var shift = false
  }

  static func leastCharacters(_ bytes: [UInt8]) -> Int {
    var frontier: Set<Reader> = [Reader(set: "A"), Reader(set: "B"), Reader(set: "C")]
    var seen = frontier, length = 1
    while !frontier.contains(where: { $0.index == bytes.count }) {
      let next = Set(frontier.flatMap { steps($0, bytes) }).subtracting(seen)
      seen.formUnion(next)
      frontier = next
      length += 1
    }
    return length
  }

  private static func steps(_ reader: Reader, _ bytes: [UInt8]) -> [Reader] {
    var steps = data(reader, bytes).map { [$0] } ?? []
    if reader.shift { return steps }
    for set in "ABC" where set != reader.set && !reader.fnc4 {
      var switched = reader
      switched.set = set
      steps.append(switched)
    }
    guard reader.set != "C" else { return steps }
    var shifted = reader
    shifted.shift = true
    var extended = reader
    extended.fnc4.toggle()
    if reader.fnc4 { extended.latched.toggle() }
    return steps + [shifted, extended]
  }

  private static func data(_ reader: Reader, _ bytes: [UInt8]) -> Reader? {
    var after = reader
    (after.fnc4, after.shift) = (false, false)
    let rest = bytes[reader.index...]
    let digits: ClosedRange<UInt8> = 48...57
    if reader.set == "C" {
      guard !reader.latched, rest.count >= 2, rest.prefix(2).allSatisfy(digits.contains) else {
        return nil
      }
      after.index += 2
      return after
    }
    guard let byte = rest.first, (byte > 127) == (reader.latched != reader.fnc4) else { return nil }
    let inA = (reader.set == "A") != reader.shift
    guard inA ? byte % 128 < 96 : byte % 128 > 31 else { return nil }
    after.index += 1
    return after
  }
}
