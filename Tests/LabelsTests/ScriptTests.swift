import Imaging
import Labels
import Testing
import Text

/// Names in many scripts on a label.
struct ScriptTests {
  private static let families = ["Noto Sans Thai", "Noto Sans CJK JP", "Noto Sans Symbols2"]

  private func label(_ families: String) throws -> LabelTemplate {
    try template(
      """
      - text: "{name}"
        at: [2, 2]
        size: [46, 8]
        font: {family: \(families), size: 12}
      """)
  }

  @Test(
    .enabled(if: Set(families).isSubset(of: FontLibrary.families()), "no Noto fonts"),
    arguments: ["מחסן 7 A", "مخزن ١٢", "上海仓库", "คลังสินค้า", "Box 📦 7", "東京 倉庫"])
  func `a name is drawn in its script`(name: String) throws {
    let list = "[DejaVu Sans, \(Self.families.joined(separator: ", "))]"
    let label = try LabelRenderer(label(list)).render(["tag": "a", "name": name])
    #expect(!label.bitmap.isWhite(x: 0, y: 0, width: 590, height: 200))
  }

  @Test(arguments: ["上海", "คลัง", "📦"])
  func `a name that the font lacks is refused with a family or a package`(name: String) throws {
    let fault = try refusal(label("DejaVu Sans"), ["tag": "a", "name": name])
    #expect(fault.code == "font.missing-glyph")
    #expect(fault.message.contains("add that to the list of families"))
  }

  @Test func `a list of families has to have names`() {
    for wrong in ["[]", "[{a: b}]", "{a: b}"] {
      let fault = #expect(throws: TemplateFault.self) { try label(wrong) }
      #expect(fault?.message.contains("family") == true)
    }
  }
}
