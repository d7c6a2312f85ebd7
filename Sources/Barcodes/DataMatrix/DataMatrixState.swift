/// A scheme and how much of a group of values is open in it.
enum DataMatrixState: Int, CaseIterable {
  case ascii
  case c40, c40With1, c40With2
  case text, textWith1, textWith2
  case x12, x12With1, x12With2
  case edifact, edifactWith1, edifactWith2, edifactWith3
  /// A field with one byte of length, and one with two.
  case base256, longBase256

  static let count = allCases.count
  static let c40Groups: [DataMatrixState] = [.c40, .c40With1, .c40With2]
  static let textGroups: [DataMatrixState] = [.text, .textWith1, .textWith2]
  static let x12Groups: [DataMatrixState] = [.x12, .x12With1, .x12With2]
  static let edifactGroups: [DataMatrixState] = [
    .edifact, .edifactWith1, .edifactWith2, .edifactWith3,
  ]
  /// What ASCII can latch to.
  static let entries: [DataMatrixState] = [.c40, .text, .x12, .edifact, .base256]

  var scheme: DataMatrixScheme {
    switch self {
    case .ascii: .ascii
    case .c40, .c40With1, .c40With2: .c40
    case .text, .textWith1, .textWith2: .text
    case .x12, .x12With1, .x12With2: .x12
    case .edifact, .edifactWith1, .edifactWith2, .edifactWith3: .edifact
    case .base256, .longBase256: .base256
    }
  }

  /// Words of the way back to ASCII; nil where there is none.
  ///
  /// EDIFACT writes six bits, which begin a word unless the last one has room for them.
  var unlatchCost: Int? {
    switch self {
    case .c40, .text, .x12, .edifact, .edifactWith1: 1
    case .edifactWith2: 1
    case .edifactWith3: 0
    case .base256, .longBase256: 0
    default: nil
    }
  }
}
