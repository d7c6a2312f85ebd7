import Barcodes
import Imaging
import Labels
import TestSupport
import Testing

@Suite struct TextFittingTests {
  private static let long = "A name that is far too long for the box that it gets"

  private func element(_ keys: String) throws -> LabelTemplate {
    try template("- text: \"{name}\"\n  at: [10, 5]\n  size: [25, 8]\n" + keys)
  }

  private func values(_ name: String) -> [String: String] { ["tag": "T", "name": name] }

  /// The label without what lies in the text's box.
  private func outside(_ bitmap: Bitmap) -> Bitmap {
    var rest = bitmap
    // [10, 5] to [35, 13] millimetres at 300 dpi.
    rest.fill(x: 118, y: 59, width: 413 - 118, height: 154 - 59, black: false)
    return rest
  }

  @Test(arguments: [
    "fit: shrink", "fit: shrink\n  lines: 2", "fit: truncate", "fit: wrap",
    "rotate: 180\n  fit: shrink", "fit: shrink\n  align: right\n  valign: bottom",
  ])
  func `text never leaves its box`(keys: String) throws {
    let indented = keys.hasPrefix("  ") ? keys : "  " + keys
    let renderer = try LabelRenderer(element(indented))
    var random = RandomSource(seed: 5)
    let letters = Array("aÅgjyÉWiſ|Q, fộ")
    var drawn = 0
    for length in 1..<40 {
      let name = String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" })
      guard let label = try? renderer.render(values(name)) else { continue }
      drawn += 1
      #expect(outside(label.bitmap) == Bitmap(width: 591, height: 295), "\(name)")
    }
    #expect(drawn > 5)
  }

  @Test func `what doesn't fit is refused with what it needs`() throws {
    let fault = try refusal(element("  fit: refuse"), values(Self.long))
    #expect(fault.code == "label.text-too-long")
    #expect(fault.message.contains("in one line: it needs"))
    #expect(fault.message.contains("but the box has 25 × 8 mm"))
    let endless = String(repeating: "endless ", count: 200)
    #expect(try refusal(element("  fit: wrap"), values(endless)).code == "label.text-too-long")
    #expect(try refusal(element("  fit: shrink"), values(endless)).code == "label.text-too-long")
  }

  @Test func `a shrunk text is smaller, a short one isn't`() throws {
    let renderer = try LabelRenderer(element("  fit: shrink"))
    let plain = try LabelRenderer(element("  fit: refuse"))
    #expect(try renderer.render(values("Short")).bitmap == plain.render(values("Short")).bitmap)
    _ = try renderer.render(values("A name that is a bit long"))
  }

  @Test func `an element is left out where its field is empty`() throws {
    let label = try template(
      "- text: \"Room {name}\"\n  when: \"{name}\"\n  at: [1, 1]\n  size: [40, 5]")
    let renderer = try LabelRenderer(label)
    let empty = Bitmap(width: 591, height: 295)
    #expect(try renderer.render(values(" ")).bitmap == empty)
    #expect(try renderer.render(values("7")).bitmap != empty)
  }

  @Test func `braces, filters and defaults come out as they should`() throws {
    let renderer = try LabelRenderer(
      template("- qr-code: \"{{x}} {tag|trim|upper} {name|lower}\"\n  at: [4, 4]\n  size: 17"))
    let label = try renderer.render(["tag": " straße ", "name": "Ä"])
    #expect(label.codes == [LabelCode(symbology: .qrCode, text: "{x} STRASSE ä")])
  }

  @Test func `a field that a row must bring is named`() throws {
    let fault = try refusal(element(""), ["name": "x"])
    #expect(fault.code == "label.field-missing")
    #expect(fault.message.contains("“tag”"))
  }
}
