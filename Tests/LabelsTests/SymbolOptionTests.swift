import Imaging
import Labels
import Testing

struct SymbolOptionTests {
  private func codes(_ element: String, _ tag: String) throws -> [LabelCode] {
    try LabelRenderer(template(element, size: "[90, 40]")).render(["tag": tag]).codes
  }

  /// Columns and rows of the ink, in dots, of a symbol whose module is 3 dots.
  private func ink(
    _ kind: String, _ option: String, _ tag: String
  ) throws -> (columns: Int, rows: Int) {
    let label = try template(
      """
      - \(kind): "{tag}"
        at: [4, 4]
        size: [8, 8]
        x-dimension: 0.25
        \(option)
      """)
    let bitmap = try LabelRenderer(label).render(["tag": tag]).bitmap
    let dots = (0..<bitmap.height).flatMap { y in
      (0..<bitmap.width).filter { bitmap[$0, y] }.map { (x: $0, y: y) }
    }
    let (columns, rows) = (dots.map(\.x), dots.map(\.y))
    let width = (columns.max() ?? 0) - (columns.min() ?? 0) + 1
    return (width, (rows.max() ?? 0) - (rows.min() ?? 0) + 1)
  }

  @Test func `a Data Matrix has the shape that its element says`() throws {
    let square = try ink("data-matrix", "shape: square", "0123456789")
    #expect(square.columns == square.rows)
    // 8 × 18 modules.
    let rectangle = try ink("data-matrix", "shape: rectangle", "0123456789")
    #expect(rectangle.columns * 8 == rectangle.rows * 18)
  }

  @Test func `a QR Code keeps the version that its element says`() throws {
    let short = try ink("qr-code", "version: 3", "a")
    #expect(try ink("qr-code", "version: 3", String(repeating: "a", count: 30)) == short)
    #expect(try ink("qr-code", "version: 1", "a") != short)
    let fault = #expect(throws: LabelFault.self) {
      try ink("qr-code", "version: 3", String(repeating: "a", count: 50))
    }
    #expect(fault?.code == "symbol.too-long")
  }

  @Test(arguments: [
    ("micro-qr-code", "level: H", "level"), ("qr-code", "version: 41", "version"),
    ("qr-code", "shape: square", "shape"), ("data-matrix", "shape: round", "shape"),
  ])
  func `what a symbology hasn't refuses the template`(kind: String, option: String, key: String) {
    let fault = #expect(throws: TemplateFault.self) {
      try template(
        """
        - \(kind): "{tag}"
          at: [4, 4]
          size: 12
          \(option)
        """)
    }
    #expect(fault?.message.contains(": \(key): ") == true)
  }

  private static let lot = """
    - gs1-128: "(01)09506000134352(10){tag}"
      at: [4, 4]
      size: [80, 20]
    """

  @Test(arguments: [
    ("AB-12", "(01)09506000134352(10)AB-12"),
    ("A(21)7", "(01)09506000134352(10)A\\(21)7"),
    ("(21)7", "(01)09506000134352(10)\\(21)7"),
    ("A(x)", "(01)09506000134352(10)A(x)"),
  ])
  func `a value of a GS1 message brings no further identifier`(value: String, text: String) throws {
    let code = try #require(try codes(Self.lot, value).first)
    #expect(code.text == text)
  }

  @Test(arguments: ["A\\", "A\\(21)7", "A\u{1D}217"])
  func `a value that could end an escape or an element is refused by its field`(
    value: String
  ) throws {
    let fault = try refusal(template(Self.lot, size: "[90, 40]"), ["tag": value])
    #expect(fault.code == "label.gs1-value")
    #expect(fault.message.contains("“tag”"))
  }

  @Test func `a hostile value doesn't swallow the identifier behind it`() throws {
    let elements = """
      - gs1-data-matrix: "(01)09506000134352(10){tag}(21){name}"
        at: [4, 4]
        size: 15
      """
    let label = try LabelRenderer(template(elements)).render([
      "tag": "A(21)", "name": "7(10)(11",
    ])
    #expect(label.codes.map(\.text) == ["(01)09506000134352(10)A\\(21)(21)7\\(10)(11"])
  }

  @Test func `a message that is a field alone is the row's own`() throws {
    let elements = """
      - gs1-data-matrix: "{tag}"
        at: [4, 4]
        size: 15
      """
    let message = "(01)09506000134352(10)A"
    #expect(try codes(elements, message).map(\.text) == [message])
  }
}
