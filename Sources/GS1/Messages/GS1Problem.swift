public import Diagnostics

/// What is wrong with GS1 content, as a value: content is read as far as it can be.
public struct GS1Problem: Fault, Equatable, Codable {
  /// Stable and dotted, such as `gs1.check-digit`, `gs1.unknown-ai` or `gs1.missing-ai`.
  public let code: String
  /// The application identifier in question, known or not; nil where none could be read.
  public let ai: String?
  /// Where in the text, counted in characters from 1.
  public let position: Int
  /// What stands there; a long text is cut.
  public let got: String
  /// What should.
  public let expected: String
  /// All of it in a sentence, safe to print.
  public let message: String

  init(_ code: String, ai: String?, position: Int, got: String, expected: String) {
    (self.code, self.ai, self.position) = (code, ai, position)
    let got = Self.short(got)
    (self.got, self.expected) = (got, expected)
    let title = ai.flatMap { ApplicationIdentifier.named($0)?.title } ?? ""
    let place = ai.map { "AI (\($0))\(title.isEmpty ? "" : " \(title)"), " } ?? ""
    message =
      "\(place.isEmpty ? "C" : place + "c")haracter \(position): got \(Self.quoted(got)),"
      + " expected \(expected)."
  }

  /// A hostile text may be long, and each of its parts may be wrong.
  private static func short(_ text: String) -> String {
    text.count > 90 ? text.prefix(89) + "…" : text
  }

  private static func quoted(_ text: String) -> String {
    text.isEmpty ? "nothing" : SafeText.quoted(text)
  }

  /// Whether the message by itself is wrong, whatever else stands on the item.
  ///
  /// An identifier that another one needs may be in a second symbol on the same item (GS1 General
  /// Specifications, 4.14).
  public var isOfMessage: Bool { code != "gs1.missing-ai" }

  /// Whether the content can't be what somebody wrote by the rules: its form, check digits or dates
  /// are broken.
  ///
  /// The lists of countries, currencies and packages change over the years while labels stay; a code
  /// that is on no list is worth a word, but no sign of a misreading.
  public var isOfForm: Bool { isOfMessage && !Self.ofLists.contains(code) }

  private static let ofLists: Set<String> = ["gs1.country", "gs1.currency", "gs1.package-type"]
}
