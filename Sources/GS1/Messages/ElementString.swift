/// An application identifier with its value (GS1 General Specifications, 3.1).
public struct ElementString: Sendable, Hashable, Codable {
  /// Two to four digits.
  public let ai: String
  /// The data title of the General Specifications; empty for an identifier that they don't know.
  public let title: String
  /// Without FNC1.
  public let value: String

  /// An element string of an identifier; the title is looked up.
  public init(ai: String, value: String) {
    self.init(ai: ai, title: ApplicationIdentifier.named(ai)?.title ?? "", value: value)
  }

  init(ai: String, title: String, value: String) {
    (self.ai, self.title, self.value) = (ai, title, value)
  }
}
