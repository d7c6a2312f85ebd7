/// One application identifier of the GS1 General Specifications (3), or a range of them that say
/// the same with the decimal point at another place or a number of their own.
public struct ApplicationIdentifier: Sendable {
  /// The first of the range: two to four digits.
  public let first: String
  /// The last of the range; `first` where it stands alone.
  public let last: String
  /// The data title that is printed beside the value (`BATCH/LOT`).
  public let title: String
  /// What the value is made of, in order.
  public let components: [AIComponent]
  /// Whether FNC1 must follow, unless it ends the message: false for predefined lengths
  /// (GS1 General Specifications, 7.8.5).
  public private(set) var needsSeparator = true
  /// Identifiers that must be on the same item: each group is needed, and of a group one
  /// alternative is enough, all of whose patterns must be there.
  public private(set) var requirements: [[[AIPattern]]] = []
  /// Identifiers that must not be in the same message.
  public private(set) var exclusions: [AIPattern] = []
  /// What it is in a GS1 Digital Link URI.
  public private(set) var linkRole = LinkRole.none

  /// The place of an identifier in a GS1 Digital Link URI (GS1 Digital Link: URI syntax, 4).
  public enum LinkRole: Sendable, Equatable {
    /// It has none, or only as a qualifier of some key.
    case none
    /// A parameter of the query.
    case attribute
    /// A primary key in the path, followed by one of these sequences of qualifiers, each of
    /// which may be left out.
    case key(qualifiers: [[String]])
  }

  init(_ first: String, _ last: String, _ title: String, _ components: [AIComponent]) {
    (self.first, self.last, self.title, self.components) = (first, last, title, components)
  }

  /// How many characters a value has.
  public var length: ClosedRange<Int> {
    components.reduce(0...0) { sum, part in
      let least = part.isOptional ? 0 : part.length.lowerBound
      return sum.lowerBound + least...sum.upperBound + part.length.upperBound
    }
  }
}

/// A row of the table is one expression: what it is, then what is special about it.
extension ApplicationIdentifier {
  static func ai(_ ai: String, _ title: String, _ components: AIComponent...) -> Self {
    Self(ai, ai, title, components)
  }

  static func ais(
    _ first: String, _ last: String, _ title: String, _ components: AIComponent...
  ) -> Self {
    Self(first, last, title, components)
  }

  private func with(_ change: (inout Self) -> Void) -> Self {
    var row = self
    change(&row)
    return row
  }

  /// Of predefined length.
  var predefined: Self { with { $0.needsSeparator = false } }

  /// May be a parameter of a Digital Link URI.
  var attribute: Self {
    with { if $0.linkRole == .none { $0.linkRole = .attribute } }
  }

  /// A primary key of Digital Link URIs.
  func key(_ qualifiers: [String]...) -> Self {
    with { $0.linkRole = .key(qualifiers: qualifiers) }
  }

  /// Needs one of these alternatives: `01+21` needs both.
  func needs(_ alternatives: String...) -> Self {
    with { row in
      row.requirements.append(
        alternatives.map { $0.split(separator: "+").map { AIPattern(String($0)) } })
    }
  }

  func excludes(_ patterns: String...) -> Self {
    with { $0.exclusions += patterns.map { AIPattern($0) } }
  }
}

/// Identifiers that are alike: `01`, or `31nn` for all that have four digits and begin with 31.
public struct AIPattern: Sendable, Equatable, CustomStringConvertible {
  /// As the General Specifications write it, with n for any digit.
  public let description: String
  private let prefix: [UInt8]
  private let count: Int

  init(_ pattern: String) {
    description = pattern
    prefix = pattern.utf8.filter { $0 != UInt8(ascii: "n") }
    count = pattern.utf8.count
  }

  /// Whether an identifier is one of them.
  public func matches(_ ai: String) -> Bool {
    ai.utf8.count == count && ai.utf8.starts(with: prefix)
  }
}
