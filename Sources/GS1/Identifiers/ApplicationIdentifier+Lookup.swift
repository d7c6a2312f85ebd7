extension ApplicationIdentifier {
  /// Every row, by ascending identifier.
  public static let all: [ApplicationIdentifier] =
    tradeItems + measures + amounts + parties + transport + traceability + people + assets

  /// The row of an identifier; nil where the General Specifications have none.
  public static func named(_ ai: String) -> ApplicationIdentifier? { byName[ai].map { all[$0] } }

  private static let byName: [String: Int] = {
    var rows: [String: Int] = [:]
    for (index, row) in all.enumerated() {
      for name in row.names { rows[name] = index }
    }
    return rows
  }()

  /// All the identifiers of the row.
  public var names: [String] {
    guard let from = Int(first), let to = Int(last), from <= to else { return [first] }
    return (from...to).map { number in
      let digits = String(number)
      return String(repeating: "0", count: first.utf8.count - digits.utf8.count) + digits
    }
  }
}

/// What the first two digits of an application identifier tell before the rest is known
/// (GS1 General Specifications, 7.8.5, and 3.2).
enum AIPrefix {
  /// How many digits the identifier has; nil where none begins so.
  static func identifierLength(_ prefix: Int) -> Int? {
    switch prefix {
    case 0...4, 10...22, 30, 37, 90...99: 2
    case 23...25, 40...42, 71: 3
    case 31...36, 39, 43, 70, 72, 80...82: 4
    default: nil
    }
  }

  /// The digits of identifier and value where that length is predefined, so that no FNC1
  /// follows; nil for all others.
  static func elementLength(_ prefix: Int) -> Int? {
    switch prefix {
    case 0: 20
    case 1...3: 16
    case 4: 18
    case 11...19: 8
    case 20: 4
    case 31...36: 10
    case 41: 16
    default: nil
    }
  }
}
