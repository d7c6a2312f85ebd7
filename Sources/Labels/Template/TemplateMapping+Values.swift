import Diagnostics
import Yams

extension TemplateMapping {
  func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else {
      refuse(key, "a text")
      return nil
    }
    return scalar.string
  }

  /// One text, or those of a list; none where the key is left out or wrong.
  func texts(_ key: String, _ expected: String) -> [String] {
    guard let list = node(key)?.sequence else { return text(key).map { [$0] } ?? [] }
    let texts = list.compactMap { $0.scalar?.string }
    guard !texts.isEmpty, texts.count == list.count else {
      refuse(key, expected)
      return []
    }
    return texts
  }

  func flag(_ key: String) -> Bool {
    switch text(key) {
    case nil, "false": return false
    case "true": return true
    default:
      refuse(key, "true or false")
      return false
    }
  }

  func number(_ key: String, in range: ClosedRange<Double>, unit: String) -> Double? {
    guard let node = node(key) else { return nil }
    guard let number = Self.number(node), range.contains(number) else {
      refuse(
        key,
        "a number of \(unit) from \(Self.words(range.lowerBound)) to "
          + "\(Self.words(range.upperBound))")
      return nil
    }
    return number
  }

  func wholeNumber(_ key: String, in range: ClosedRange<Int>, unit: String) -> Int? {
    guard let node = node(key) else { return nil }
    guard let number = Self.number(node).flatMap(Int.init(exactly:)), range.contains(number) else {
      refuse(key, "a whole number of \(unit) from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// Two numbers in a list, such as a place or a size.
  func pair(
    _ key: String, in range: ClosedRange<Double>, _ shape: String
  ) -> (Double, Double)? {
    guard let node = node(key) else { return nil }
    let numbers = node.sequence?.compactMap(Self.number) ?? []
    guard numbers.count == 2, node.sequence?.count == 2, numbers.allSatisfy(range.contains) else {
      refuse(
        key,
        "\(shape) in millimetres, each from \(Self.words(range.lowerBound)) to "
          + "\(Self.words(range.upperBound))")
      return nil
    }
    return (numbers[0], numbers[1])
  }

  /// One of the words of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, default standard: Choice
  ) -> Choice where Choice.RawValue == String {
    guard let text = text(key) else { return standard }
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    refuse(key, "one of \(words.joined(separator: ", "))", Suggestion.hint(for: text, among: words))
    return standard
  }

  private static func number(_ node: Node) -> Double? {
    node.scalar.flatMap { Double($0.string) }.flatMap { $0.isFinite ? $0 : nil }
  }

  private static func words(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
