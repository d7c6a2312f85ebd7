import Diagnostics
public import GS1

/// What is to be said of a text as the content of a symbol.
public struct Validation: Sendable, Equatable {
  /// One thing that is wrong.
  public struct Problem: Error, Equatable, Codable {
    /// Stable and dotted (`gs1.check-digit`).
    public let code: String
    /// What was got, what was expected.
    public let message: String
    /// The application identifier in question; nil outside of GS1 messages.
    public let ai: String?
    /// Where in the text, counted in characters from 1; nil where no one place is to blame.
    public let position: Int?

    init(code: String, message: String, ai: String? = nil, position: Int?) {
      (self.code, self.message, self.ai, self.position) = (code, message, ai, position)
    }

    init(_ problem: GS1Problem) {
      self.init(
        code: problem.code, message: problem.message, ai: problem.ai, position: problem.position)
    }

    init(_ fault: some Fault, at position: Int?) {
      self.init(code: fault.code, message: fault.message, position: position)
    }
  }

  /// What the text was checked as.
  public let symbology: Symbology
  /// 14 digits where it is a GTIN, brackets where it is a GS1 message, otherwise the text; nil
  /// where it is not valid.
  public let canonical: String?
  /// The element strings of a GS1 message, as far as it can be read.
  public let gs1: [ElementString]
  /// Nothing where the text is valid.
  public let problems: [Problem]

  /// Whether nothing is wrong.
  public var valid: Bool { problems.isEmpty }

  init(
    _ symbology: Symbology, canonical: String?, gs1: [ElementString] = [], problems: [Problem] = []
  ) {
    (self.symbology, self.canonical, self.gs1) = (symbology, canonical, gs1)
    self.problems = problems
  }
}
