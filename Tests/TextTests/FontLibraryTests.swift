import Testing
import Text

@Suite struct FontLibraryTests {
  @Test func `an installed family is found in any case of letters and in its styles`() throws {
    let plain = try FontLibrary.find(FontRequest(family: "dejavu sans"))
    let bold = try FontLibrary.find(FontRequest(family: "DejaVu Sans", weight: .bold))
    #expect(plain.path.hasSuffix("DejaVuSans.ttf"))
    #expect(bold.path.hasSuffix("DejaVuSans-Bold.ttf"))
  }

  @Test func `a family that isn't installed is refused, not replaced`() throws {
    let fault = try #require(throws: FontFault.self) {
      try FontLibrary.find(FontRequest(family: "DejaVu Sanz"))
    }
    #expect(fault.code == "font.missing")
    #expect(fault.message.contains("“DejaVu Sanz” isn't installed"))
    #expect(fault.message.contains("the nearest family is “DejaVu Sans”"))
    #expect(fault.message.contains("fonts-dejavu-core"))
  }

  @Test func `a generic name is no family`() {
    #expect(throws: FontFault.self) { try FontLibrary.find(FontRequest(family: "sans-serif")) }
  }

  @Test func `the families that are installed are listed once each`() {
    let families = FontLibrary.families()
    #expect(families.contains("DejaVu Sans"))
    #expect(families == Array(Set(families)).sorted())
  }
}
