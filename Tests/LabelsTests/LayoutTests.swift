import Imaging
import Labels
import TestSupport
import Testing

@Suite struct LayoutTests {
  @Test func `modules are whole dots, as many as fit, and the quiet zone is white`() throws {
    var random = RandomSource(seed: 3)
    for _ in 0..<40 {
      let dpi = [203, 300, 600].randomElement(using: &random) ?? 300
      let size = Double(Int.random(in: 140...240, using: &random)) / 10
      let label = try template(
        "- qr-code: \"{tag}\"\n  at: [5, 5]\n  size: \(size)\n  level: L", size: "[34, 34]",
        dpi: dpi)
      let bitmap = try LabelRenderer(label).render(["tag": "TAG-1"]).bitmap
      // Five characters at level L are version 1: 21 modules, 4 modules of quiet zone.
      let module = Int(size * Double(dpi) / 25.4) / 21
      let start = Int((5 * Double(dpi) / 25.4).rounded())
      var symbol = bitmap
      symbol.fill(x: start, y: start, width: 21 * module, height: 21 * module, black: false)
      #expect(symbol == Bitmap(width: bitmap.width, height: bitmap.height))
      #expect(isOnGrid(bitmap, x: start, y: start, modules: 21, module: module))
    }
  }

  @Test func `a symbol that is too big is refused with the size that it needs`() throws {
    let small = try template("- qr-code: \"{tag}\"\n  at: [5, 5]\n  size: 5")
    let fault = try refusal(small, ["tag": "https://assets.example.org/a/IT-000123"])
    #expect(fault.code == "label.symbol-too-large")
    // 29 modules of 3 dots at 300 dpi are 7.366 mm.
    #expect(fault.message.contains("29 modules wide and needs 7.37 × 7.37 mm"))
    #expect(fault.message.contains("qr-code (line 9 of the template)"))
    let enough = try template("- qr-code: \"{tag}\"\n  at: [5, 5]\n  size: 7.37")
    _ = try LabelRenderer(enough).render(["tag": "https://assets.example.org/a/IT-000123"])
  }

  @Test func `a smaller X-dimension than the standard's must be asked for`() throws {
    let elements = "- code-128: \"{tag}\"\n  at: [5, 2]\n  size: [12, 10]"
    let values = ["tag": "IT-000123"]
    #expect(try refusal(template(elements), values).code == "label.symbol-too-large")
    let fine = try template(elements + "\n  x-dimension: 0.08")
    _ = try LabelRenderer(fine).render(values)
  }

  @Test func `a quiet zone must lie inside the label`() throws {
    let edge = try template("- qr-code: \"{tag}\"\n  at: [0.5, 3]\n  size: 18")
    let fault = try refusal(edge, ["tag": "T"])
    #expect(fault.code == "label.quiet-zone")
    #expect(fault.message.contains("beyond the label's edge"))
  }

  @Test(arguments: [
    "- text: \"{name}\"\n  at: [22, 10]\n  size: [20, 5]",
    "- line: 0.3\n  at: [22, 1]\n  to: [22, 20]",
    "- rectangle: filled\n  at: [10, 1]\n  size: [2, 2]",
    "- rectangle: 0.3\n  at: [2, 2]\n  size: [20, 20]",
  ])
  func `ink in a quiet zone is refused, and its element named`(intruder: String) throws {
    let label = try template("- qr-code: \"{tag}\"\n  at: [4, 3.6]\n  size: 17.8\n" + intruder)
    let fault = try refusal(label, ["tag": "T", "name": "Name"])
    #expect(fault.code == "label.quiet-zone")
    #expect(fault.message.contains("of line 12 has ink in it"))
  }

  @Test func `two symbols keep out of each other's quiet zones`() throws {
    let near = try template(
      """
      - qr-code: "{tag}"
        at: [4, 4]
        size: 10
      - qr-code: "{tag}"
        at: [14, 4]
        size: 10
      """)
    let fault = try refusal(near, ["tag": "T"])
    #expect(fault.code == "label.quiet-zone")
    #expect(fault.message.contains("qr-code of line 9"))
  }

  @Test func `a frame around a symbol and its quiet zone is fine`() throws {
    let framed = try template(
      "- rectangle: 0.2\n  at: [1, 1]\n  size: [23, 23]\n- qr-code: \"{tag}\"\n  at: [6, 6]\n  size: 12"
    )
    #expect(try LabelRenderer(framed).render(["tag": "T"]).codes.map(\.text) == ["T"])
  }

  @Test func `bars are refused where nothing but their text would fit`() throws {
    let low = try template("- code-128: \"{tag}\"\n  at: [5, 2]\n  size: [30, 3]")
    let fault = try refusal(low, ["tag": "IT-000123"])
    #expect(fault.code == "label.symbol-too-large")
    #expect(fault.message.contains("mm of height with the text below them"))
  }

  @Test func `nothing may cover the text below the bars`() throws {
    let covered = try template(
      """
      - code-128: "{tag}"
        at: [5, 2]
        size: [40, 12]
      - line: 0.2
        at: [1, 13]
        to: [49, 13]
      """)
    let fault = try refusal(covered, ["tag": "IT-000123"])
    #expect(fault.code == "label.overlap")
    #expect(fault.message.contains("its text isn't free: the line of line 12"))
  }

  @Test func `a label of more dots than memory should hold is refused`() throws {
    let fault = try #require(throws: TemplateFault.self) {
      try template(
        "- rectangle: filled\n  at: [1, 1]\n  size: [1, 1]", size: "[900, 900]", dpi: 2400)
    }
    #expect(fault.problems.map(\.key) == ["size"])
  }

  /// Whether every module is one square of one colour.
  private func isOnGrid(_ bitmap: Bitmap, x: Int, y: Int, modules: Int, module: Int) -> Bool {
    (0..<modules * modules).allSatisfy { index in
      let (left, top) = (x + index % modules * module, y + index / modules * module)
      let dark = bitmap[left, top]
      return (0..<module * module).allSatisfy {
        bitmap[left + $0 % module, top + $0 / module] == dark
      }
    }
  }
}
