import Labels
import Testing

@Suite struct TemplateTests {
  private static let whole = """
    name: tag
    size: [50, 25]
    dpi: 300
    file: "{tag}"
    fields:
      tag: {required: true, pattern: "[A-Z]+"}
    elements:
      - qr-code: "{tag}"
        at: [3, 3]
        size: 18
        level: M
      - text: "{tag|upper}"
        at: [24, 3]
        size: [20, 5]
        font: {family: DejaVu Sans, weight: bold, size: 9}
    """

  /// One change to a template that is right, and what must be said about it.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    let code: String
    let line: Int
    let column: Int
    let key: String?
    let says: String
    var testDescription: String { to }

    init(
      _ from: String, _ to: String, _ code: String, _ line: Int, _ column: Int, _ key: String?,
      _ says: String
    ) {
      (self.from, self.to, self.code, self.line) = (from, to, code, line)
      (self.column, self.key, self.says) = (column, key, says)
    }
  }

  static let mistakes = [
    Mistake("dpi: 300", "dip: 300", "template.key-unknown", 3, 1, "dip", "Did you mean dpi?"),
    Mistake("dpi: 300", "dpi: 9000", "template.value", 3, 6, "dpi", "from 72 to 2400"),
    Mistake("dpi: 300", "dpi: fine", "template.value", 3, 6, "dpi", "got “fine”"),
    Mistake("[50, 25]", "[50]", "template.value", 2, 7, "size", "[width, height]"),
    Mistake("[50, 25]", "[50, -1]", "template.value", 2, 7, "size", "[width, height]"),
    Mistake(
      "\"{tag|upper}\"", "\"{tga}\"", "template.field-unknown", 12, 11, "text", "Did you mean tag?"),
    Mistake(
      "{tag|upper}", "{tag|uper}", "template.filter-unknown", 12, 11, "text", "Did you mean upper?"),
    Mistake("{tag|upper}", "{tag", "template.placeholder", 12, 11, "text", "the { has no }"),
    Mistake("{tag|upper}", "tag}", "template.placeholder", 12, 11, "text", "the } has no {"),
    Mistake(
      "- qr-code", "- qr-cod", "template.element-unknown", 8, 5, "qr-cod", "Did you mean qr-code?"),
    Mistake(
      "level: M", "level: X", "template.value", 11, 12, "level", "one of L, M, Q, H"),
    Mistake("level: M", "text: below", "template.key-unknown", 11, 5, "text", "qr-code"),
    Mistake(
      "weight: bold", "weight: bald", "template.value", 15, 41, "weight",
      "regular, bold. Did you mean bold?"),
    Mistake("    at: [3, 3]\n", "", "template.key-missing", 8, 5, "at", "needs this key"),
    Mistake("at: [24, 3]", "at: [34, 3]", "template.outside", 13, 9, "at", "54 × 8 mm"),
    Mistake("[A-Z]+", "[A-Z", "template.value", 6, 34, "pattern", "a regular expression"),
    Mistake(
      "required: true", "required: yes", "template.value", 6, 19, "required", "true or false"),
    Mistake("size: 18", "size: 18\n    size: 19", "template.syntax", 10, 5, "size", "twice"),
    Mistake("level: M", "rotate: 45", "template.value", 11, 13, "rotate", "90"),
    Mistake("[50, 25]", "[50, 25", "template.syntax", 3, 4, nil, "YAML"),
  ]

  @Test func `the whole template is right`() throws {
    let template = try LabelTemplate(yaml: Self.whole, file: "tag.yaml")
    #expect(template.fieldNames == ["tag"])
    #expect(try template.with(dpi: 600).dpi == 600)
  }

  @Test(arguments: mistakes)
  func `a mistake is named with its line, column and key`(mistake: Mistake) throws {
    let yaml = Self.whole.replacing(mistake.from, with: mistake.to, maxReplacements: 1)
    #expect(yaml != Self.whole)
    let fault = try #require(throws: TemplateFault.self) {
      try LabelTemplate(yaml: yaml, file: "tag.yaml")
    }
    let problem = try #require(fault.problems.first { $0.code == mistake.code })
    #expect(problem.line == mistake.line && problem.column == mistake.column, "\(fault)")
    #expect(problem.key == mistake.key)
    #expect(problem.message.contains(mistake.says), "\(problem.message)")
    #expect(fault.message.contains("tag.yaml:\(mistake.line):\(mistake.column): "))
  }

  @Test func `all mistakes are told at once, in the order of the file`() throws {
    let yaml = Self.whole.replacing("dpi: 300", with: "dpi: 0").replacing(
      "level: M", with: "leve: M"
    )
    .replacing("|upper", with: "|up")
    let fault = try #require(throws: TemplateFault.self) {
      try LabelTemplate(yaml: yaml, file: "tag.yaml")
    }
    #expect(
      fault.problems.map(\.code) == [
        "template.value", "template.key-unknown", "template.filter-unknown",
      ])
  }

  @Test func `a key that stands twice hides no other mistake`() throws {
    let yaml = Self.whole.replacing("dpi: 300", with: "dpi: 0\ndpi: 9000\n\"dpi\": 72").replacing(
      "level: M", with: "leve: M"
    ).replacing("size: 18", with: "size: 18\n    size: 20")
    let fault = try #require(throws: TemplateFault.self) {
      try LabelTemplate(yaml: yaml, file: "tag.yaml")
    }
    #expect(
      fault.problems.map { "\($0.code) \($0.key ?? "") \($0.line ?? 0)" } == [
        "template.syntax dpi 3", "template.syntax dpi 4", "template.syntax size 12",
        "template.key-unknown leve 14",
      ])
  }

  @Test(arguments: ["", "# nothing", "a text", "- a\n- list", "a: &a [*a]", "\t", "{"])
  func `what isn't a template is refused`(yaml: String) {
    #expect(throws: TemplateFault.self) { try LabelTemplate(yaml: yaml, file: "x.yaml") }
  }

  @Test func `a missing file is named`() throws {
    let fault = try #require(throws: TemplateFault.self) {
      try LabelTemplate.read("/nowhere/tag.yaml")
    }
    #expect(fault.code == "template.missing")
    #expect(fault.message == "/nowhere/tag.yaml: there is no such file.")
  }

  @Test func `a font that isn't installed is found out before any row`() throws {
    let yaml = Self.whole.replacing("DejaVu Sans", with: "No Such Sans")
    let template = try LabelTemplate(yaml: yaml, file: "tag.yaml")
    let fault = try #require(throws: TemplateFault.self) { try LabelRenderer(template) }
    #expect(fault.code == "font.missing")
    #expect(fault.problems[0].line == 12)
  }

  @Test func `a text that never fits its box is found out before any row`() throws {
    let narrow = try template("- text: Property of the company\n  at: [1, 1]\n  size: [10, 5]")
    let fault = try #require(throws: TemplateFault.self) { try LabelRenderer(narrow) }
    #expect(fault.code == "label.text-too-long")
  }
}
