/// What a row must bring for a field.
struct FieldRule: Sendable, Equatable {
  let name: String
  /// Whether an empty value is refused.
  let isRequired: Bool
  /// What the whole value must match: a regular expression.
  let pattern: String?
  /// The value where a row brings none.
  let standard: String
}
