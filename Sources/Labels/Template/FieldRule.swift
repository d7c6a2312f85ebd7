/// What a row must bring for a field.
struct FieldRule: Sendable, Equatable {
  let name: String
  /// Whether an empty value is refused.
  let isRequired: Bool
  /// What the whole value must match: a regular expression.
  let pattern: String?
  /// The value where a row brings none.
  let standard: String
  /// What a preview shows, where no row is given.
  var example: String?

  /// The reserved name of the counter, `{n}`.
  static let counterName = "n"
  /// The counter as a field, which the batch fills; a label by itself has number 1.
  static let counter = FieldRule(
    name: counterName, isRequired: false, pattern: nil, standard: "1")
}
