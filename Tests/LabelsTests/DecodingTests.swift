import Barcodes
import Foundation
import Imaging
import Labels
import Tabular
import TestSupport
import Testing

/// Labels read back by zbar's own program, which shares no code with this room.
@Suite(.enabled(if: Program.tool("zbarimg") != nil, "zbarimg isn't installed"))
struct DecodingTests {
  private let folder: TemporaryFolder
  private let zbarimg: Program

  init() throws {
    folder = try TemporaryFolder()
    zbarimg = try #require(Program.tool("zbarimg"))
  }

  /// Symbology and content of all symbols in a picture.
  private func decode(_ path: String) throws -> Set<String> {
    Set(try zbarimg.run(["-q", path]).lines)
  }

  @Test(arguments: [0, 90, 180, 270])
  func `a turned label is read back`(degrees: Int) throws {
    let size = degrees % 180 == 0 ? "[30, 9]" : "[9, 30]"
    let label = try template(
      """
      - qr-code: "https://example.org/{tag}"
        at: [4, 4]
        size: 16
        rotate: \(degrees)
      - code-128: "{tag}"
        at: [26, 5]
        size: \(size)
        rotate: \(degrees)
      """, size: "[62, 40]")
    let rendered = try LabelRenderer(label).render(["tag": "IT-000123"])
    let path = try folder.write("label.png", PNGWriter.encode(rendered.bitmap, dpi: 300))
    #expect(
      try decode(path) == ["QR-Code:https://example.org/IT-000123", "CODE-128:IT-000123"])
  }

  @Test(arguments: [
    (Symbology.ean13, "400638133393", "EAN-13:4006381333931"), (.ean8, "9638507", "EAN-8:96385074"),
    (.upcA, "01234567890", "EAN-13:0012345678905"), (.code128, "Tag 7/b", "CODE-128:Tag 7/b"),
    (.qrCode, "Tag 7/b", "QR-Code:Tag 7/b"),
  ])
  func `a single symbol is read back, with its text and without`(
    symbology: Symbology, text: String, expected: String
  ) throws {
    let symbol = try SymbolEncoder.encode(text, as: symbology)
    for module in 1...4 {
      for hri in [true, false] {
        let bitmap = try SymbolBitmap.draw(symbol, module: module, dpi: 300, hri: hri)
        // zbar needs two pixels a module at least, so smaller symbols are drawn but not decoded.
        guard module > 1 else { continue }
        let path = try folder.write("symbol.png", PNGWriter.encode(bitmap, dpi: 300))
        #expect(try decode(path) == [expected], "module \(module), text \(hri)")
      }
    }
  }

  @Test(arguments: ["asset-tag", "asset-tag-small"])
  func `the shipped templates are read back with the samples' columns`(name: String) throws {
    let template = try LabelTemplate.read(Self.project + "/templates/\(name).yaml")
    let csv = """
      tag,name,category,make,model,serial,status,location,custodian
      AST-000001,14-inch laptop,Computers,Fennbrook,Slate 14,FE26-348CD1,in_stock,HQ/1/101,Front office
      AST-000002,Height-adjustable desk with cable tray,Furniture,,,,assigned,HQ/2/201 Open space,Ada
      """
    let batch = LabelBatch(template, to: .folder(folder.path("out"), .png))
    #expect(
      try batch.run(.table(try reader(csv))) == LabelBatch.Progress(rows: 2, failed: 0, labels: 2))
    for tag in ["AST-000001", "AST-000002"] {
      let read = try decode(folder.path("out/\(tag).png"))
      #expect(read.contains("QR-Code:https://assets.example.org/a/\(tag)"))
      #expect(name != "asset-tag" || read.contains("CODE-128:\(tag)"))
    }
  }

  /// The package's folder, above that of this file.
  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
}
