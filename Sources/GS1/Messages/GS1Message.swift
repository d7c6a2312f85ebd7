/// Element strings in order, as a GS1 symbol carries them (GS1 General Specifications, 3 and 7.8).
///
/// Reading never fails: what can be read is in `elements`, what is wrong in `problems`.
public struct GS1Message: Sendable, Equatable {
  /// In the order of the text.
  public let elements: [ElementString]
  /// In the order of their position; empty for a message without fault.
  public let problems: [GS1Problem]

  /// Whether the message keeps all rules, those about identifiers that need others included.
  public var isValid: Bool { problems.isEmpty }

  /// Reads a message in either form: with brackets where it begins with one, else as a reader
  /// sends it.
  public init(_ text: String) {
    if text.utf8.first == UInt8(ascii: "(") {
      self.init(bracketed: text)
    } else {
      self.init(scanned: text)
    }
  }

  /// Reads `(01)09506000134352(10)AB-12`.
  ///
  /// `\(` is a bracket of a value. A bracket that no identifier of the General Specifications
  /// follows belongs to the value too.
  public init(bracketed text: String) {
    var reader = BracketReader(text)
    self.init(reader.read(), reader.problems)
  }

  /// Reads what a reader sends: FNC1 as GS (0x1D), with or without symbology identifier (`]C1`).
  public init(scanned text: String) {
    var reader = ScanReader(text)
    self.init(reader.read(), reader.problems)
  }

  /// A message of element strings.
  public init(_ elements: [ElementString]) {
    self.init(bracketed: Self.bracketed(elements))
  }

  init(_ parts: [MessagePart], _ problems: [GS1Problem]) {
    elements = parts.map(\.element)
    let found = problems + parts.flatMap(\.problems) + MessagePart.problems(ofTogether: parts)
    self.problems = found.sorted { ($0.position, $0.code) < ($1.position, $1.code) }
  }

  /// Whether all of the text is in the elements, right or wrong.
  public var isWhole: Bool { problems.allSatisfy { $0.ai != nil } }

  /// The first value of an identifier.
  public subscript(_ ai: String) -> String? { elements.first { $0.ai == ai }?.value }
}

extension GS1Message {
  /// With brackets, as people read it.
  public var bracketed: String { Self.bracketed(elements) }

  private static func bracketed(_ elements: [ElementString]) -> String {
    elements.map { "(\($0.ai))" + BracketReader.escaped($0.value) }.joined()
  }

  /// With brackets around the identifiers alone, as it stands below bars (General Specifications,
  /// 4.14): a bracket of a value isn't marked, so this can't always be read back.
  public var interpretation: String {
    elements.map { "(\($0.ai))" + $0.value }.joined()
  }

  /// As a reader sends it, without symbology identifier: GS (0x1D) stands for FNC1, only where
  /// one is needed.
  public var scanned: String {
    var text = ""
    for (index, element) in elements.enumerated() {
      text += element.ai + element.value
      if index < elements.count - 1, AIPrefix.needsSeparator(element.ai) { text += "\u{1D}" }
    }
    return text
  }
}

extension AIPrefix {
  /// Whether FNC1 ends an element of this identifier, known or not.
  fileprivate static func needsSeparator(_ ai: String) -> Bool {
    Int(ai.prefix(2)).flatMap(elementLength) == nil
  }
}
