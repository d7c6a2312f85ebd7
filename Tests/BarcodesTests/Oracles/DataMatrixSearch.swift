/// Whether a message can be written in a number of words of Data Matrix, found from the reader's
/// side: what it does with each group of words, and how many are left then.
struct DataMatrixSearch {
  private let bytes: [Int]
  private let capacity: Int
  private var known: [Place: Bool] = [:]

  private struct Place: Hashable {
    var scheme: Character
    /// The next byte, and how many of its values were written already.
    var index: Int
    var offset = 0
    var used: Int
  }

  init(_ bytes: [UInt8], capacity: Int) {
    (self.bytes, self.capacity) = (bytes.map(Int.init), capacity)
  }

  static func leastWords(_ bytes: [UInt8]) -> Int {
    var capacity = (bytes.count + 1) / 2
    while true {
      var search = DataMatrixSearch(bytes, capacity: capacity)
      if search.fits(Place(scheme: "A", index: 0, used: 0)) { return capacity }
      capacity += 1
    }
  }

  private mutating func fits(_ place: Place) -> Bool {
    if place.used > capacity { return false }
    if let known = known[place] { return known }
    let fits =
      switch place.scheme {
      case "A": ascii(place)
      case "E": edifact(place)
      case "B": base256(place)
      default: triples(place)
      }
    known[place] = fits
    return fits
  }

  private mutating func go(_ scheme: Character, _ index: Int, _ used: Int, offset: Int = 0) -> Bool
  {
    fits(Place(scheme: scheme, index: index, offset: offset, used: used))
  }

  private func isDigit(_ index: Int) -> Bool {
    index < bytes.count && (48...57).contains(bytes[index])
  }

  private mutating func ascii(_ place: Place) -> Bool {
    let (index, used) = (place.index, place.used)
    if index == bytes.count { return true }
    if isDigit(index), isDigit(index + 1), go("A", index + 2, used + 1) { return true }
    if go("A", index + 1, used + (bytes[index] < 128 ? 1 : 2)) { return true }
    for scheme in "CTXEB" where go(scheme, index, used + 1) { return true }
    return false
  }

  private mutating func triples(_ place: Place) -> Bool {
    let left = capacity - place.used
    if left < 2 { return place.offset == 0 && go("A", place.index, place.used) }
    if place.offset == 0, go("A", place.index, place.used + 1) { return true }
    var (index, offset) = (place.index, place.offset)
    for written in 0..<3 {
      if index == bytes.count { return written == 2 && left == 2 && place.scheme != "X" }
      let count = values(bytes[index], place.scheme)
      if count == 0 { return false }
      offset += 1
      if offset == count { (index, offset) = (index + 1, 0) }
    }
    return go(place.scheme, index, place.used + 2, offset: offset)
  }

  private func values(_ byte: Int, _ scheme: Character) -> Int {
    if byte > 127 { return scheme == "X" ? 0 : 2 + values(byte - 128, scheme) }
    let character = Character(Unicode.Scalar(UInt8(byte)))
    let basic = " 0123456789"
    switch scheme {
    case "C": return (basic + "ABCDEFGHIJKLMNOPQRSTUVWXYZ").contains(character) ? 1 : 2
    case "T": return (basic + "abcdefghijklmnopqrstuvwxyz").contains(character) ? 1 : 2
    default: return (basic + "\r*>ABCDEFGHIJKLMNOPQRSTUVWXYZ").contains(character) ? 1 : 0
    }
  }

  private mutating func edifact(_ place: Place) -> Bool {
    if capacity - place.used <= 2 { return go("A", place.index, place.used) }
    for count in 0...4 {
      let end = place.index + count
      guard end <= bytes.count, bytes[place.index..<end].allSatisfy((32...94).contains) else {
        return false
      }
      // The unlatch is a value too, and fills its word.
      let scheme: Character = count == 4 ? "E" : "A"
      if go(scheme, end, place.used + (min(count + 1, 4) * 6 + 7) / 8) { return true }
    }
    return false
  }

  private mutating func base256(_ place: Place) -> Bool {
    let rest = bytes.count - place.index
    if rest == capacity - place.used - 1 { return true }
    for count in stride(from: 1, through: rest, by: 1) {
      if go("A", place.index + count, place.used + count + (count < 250 ? 1 : 2)) { return true }
    }
    return false
  }
}
