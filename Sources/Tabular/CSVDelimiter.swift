/// What separates the cells of a CSV file.
package enum CSVDelimiter: String, Sendable, CaseIterable {
  case comma = ","
  case semicolon = ";"
  case tab
  case bar = "|"

  /// How people call it.
  package var title: String {
    switch self {
    case .comma: "commas"
    case .semicolon: "semicolons"
    case .tab: "tabs"
    case .bar: "bars"
    }
  }

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .bar: UInt8(ascii: "|")
    }
  }

  /// The one that the header holds most often outside quotes; the comma where none.
  static func guess(header: ArraySlice<UInt8>) -> CSVDelimiter {
    var counts = [Int](repeating: 0, count: allCases.count)
    var isQuoted = false
    for byte in header {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == 0x0A || byte == 0x0D { break }
      if let index = allCases.firstIndex(where: { $0.byte == byte }) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return counts.firstIndex(of: most).map { allCases[$0] } ?? .comma
  }
}
