import TestSupport
import Testing

@testable import Labels
@testable import Text

/// What a reader of a document copies out of it.
@Suite(.enabled(if: PDFSample.isPossible, PDFSample.needs))
struct PDFTextTests {
  /// The copied text without the marks of direction that pdftotext puts around it.
  private func copied(_ name: String, font: String = "DejaVu Sans") throws -> String {
    let label = try template(
      """
      - text: "{name}"
        at: [2, 2]
        size: [46, 12]
        font: {family: "\(font)"}
        fit: shrink
      """)
    let sample = try PDFSample(label, [["tag": "x", "name": name]])
    #expect(try sample.complaints() == "")
    let text = try sample.text()
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { !(0x200E...0x202E ~= $0.value) && $0 != "\u{0C}" })
    ).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  @Test(arguments: [
    "Desk of office 17", "Affiche effilée", "Übergrößenträger", "(a) \\ <b> [c] {d} % / 'e' \"f\"",
    "Łódź Ђорђе Ωmega", "x\u{0302} y\u{0323}\u{0307}",
  ])
  func `names come back as they were set`(name: String) throws {
    #expect(try copied(name) == name)
  }

  @Test func `a ligature of the text stays apart from one of the font`() throws {
    #expect(try copied("ﬁ office fi") == "ﬁ office fi")
  }

  @Test(arguments: ["مرحبا بالعالم", "مكتب", "שלום עולם"])
  func `names that run from the right come back`(name: String) throws {
    #expect(try copied(name) == name)
  }

  /// Signs between writing from the right and numbers, or other writing.
  @Test(arguments: [
    "שלום (עולם)", "(שלום) עולם", "שלום (17)", "(17) שלום", "Desk (שלום)", "מكتב (17)", "מ-17/א",
    "A (ב) C", "3 (שלום) 4", "שלום: (עולם), 2.5 מ\"מ", "שלום (Room 4) עולם", "שלום [א] {ב} <ג>",
    "خ (12/7), م",
  ])
  func `brackets and signs are copied in their places`(name: String) throws {
    #expect(try copied(name) == name)
  }

  @Test func `letters that are joined into one glyph come back both`() throws {
    // Poppler turns the two letters of a glyph around in writing from the right.
    #expect(try copied("سلام").sorted() == "سلام".sorted())
  }

  /// Fonts with outlines of a Compact Font Format, and of many scripts.
  @Test(arguments: [
    ("Nimbus Sans", "Office of Zoë"), ("Noto Sans CJK SC", "漢字テスト"),
    ("Noto Serif CJK JP", "東京都"), ("Noto Sans Thai", "สวัสดีครับ"),
    ("Noto Sans Devanagari", "नमस्ते"), ("Noto Naskh Arabic", "مكتب"),
  ])
  func `names in other fonts come back where these are installed`(
    font: String, name: String
  ) throws {
    guard (try? FontLibrary.find(FontRequest(family: font))) != nil else { return }
    #expect(try copied(name, font: font) == name)
  }

  @Test func `a font that can't be embedded is refused by name`() throws {
    let fault = try #require(throws: FontFault.self) {
      try FontProgram(FontFile(path: "/dev/null", faceIndex: 0))
    }
    #expect(fault.code.hasPrefix("font."))
  }
}
