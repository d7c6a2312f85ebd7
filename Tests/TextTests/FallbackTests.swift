import TestSupport
import Testing
import Text

@Suite struct FallbackTests {
  private static func has(_ families: String...) -> Bool {
    let installed = Set(FontLibrary.families())
    return families.allSatisfy(installed.contains)
  }

  private static func has(colour family: String) -> Bool {
    let list = Program.tool("fc-list")
    return (try? list?.run([family, "family"]).output.contains(family)) ?? false
  }

  @Test(
    .enabled(
      if: has("Noto Sans CJK JP", "Noto Sans Thai", "Noto Sans Symbols2"), "no Noto fonts"))
  func `a character is set in the first family that has it`() throws {
    let request = FontRequest(
      family: "DejaVu Sans",
      fallbacks: ["Noto Sans CJK JP", "Noto Sans Thai", "Noto Sans Symbols2"])
    let line = try TextEngine().font(request, size: 40).shape("Büro 倉庫 คลัง 📦 7")
    #expect(
      line.runs.map(\.request.family) == [
        "DejaVu Sans", "Noto Sans CJK JP", "Noto Sans Thai", "Noto Sans Symbols2", "DejaVu Sans",
      ])
    #expect(line.direction == .leftToRight && !line.inkColumns.isEmpty)
  }

  @Test func `a line of Latin is the same with fallbacks and without`() throws {
    let engine = try TextEngine()
    let plain = try engine.font(FontRequest(family: "DejaVu Sans"), size: 30)
    let more = try engine.font(
      FontRequest(family: "DejaVu Sans", fallbacks: ["DejaVu Sans Mono"]), size: 30)
    let lines = try [plain, more].map { try $0.shape("Straße 7") }
    #expect(lines[0].inkColumns == lines[1].inkColumns)
    #expect(lines[1].runs.count == 1 && plain.lineHeight == more.lineHeight)
  }

  @Test(
    .enabled(if: has("Noto Sans CJK JP"), "no Noto Sans CJK"))
  func `a character that no family has is refused with one that does`() throws {
    let font = try TextEngine().font(
      FontRequest(family: "DejaVu Sans", fallbacks: ["DejaVu Sans Mono"]), size: 30)
    let fault = try #require(throws: FontFault.self) { try font.shape("A 倉庫") }
    #expect(fault.code == "font.missing-glyph")
    #expect(fault.message.contains("“DejaVu Sans”, “DejaVu Sans Mono” has the character U+5009"))
    #expect(fault.message.contains("“Noto Sans CJK"))
  }

  @Test func `a fallback that isn't installed is refused by its name`() throws {
    let engine = try TextEngine()
    let fault = try #require(throws: FontFault.self) {
      try engine.font(FontRequest(family: "DejaVu Sans", fallbacks: ["Nope Sans"]), size: 30)
    }
    #expect(fault.code == "font.missing" && fault.message.contains("“Nope Sans”"))
  }

  @Test(.enabled(if: has("Noto Sans CJK JP"), "no Noto Sans CJK"))
  func `a fallback without an italic comes upright`() throws {
    let request = FontRequest(
      family: "DejaVu Sans", fallbacks: ["Noto Sans CJK JP"], slant: .italic)
    #expect(throws: Never.self) { try TextEngine().font(request, size: 30).shape("a倉") }
  }

  @Test(.enabled(if: has(colour: "Noto Color Emoji"), "no font in colours"))
  func `a font of coloured pictures is refused, with those that draw lines`() throws {
    let fault = try #require(throws: FontFault.self) {
      try FontLibrary.find(FontRequest(family: "Noto Color Emoji"))
    }
    #expect(fault.code == "font.colour" && fault.message.contains("Noto Sans Symbols2"))
  }
}
