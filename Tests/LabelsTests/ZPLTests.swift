import Barcodes
import Foundation
import Imaging
import Labels
import TestSupport
import Testing

@Suite struct ZPLTests {
  private static let everything = """
    - qr-code: "https://example.org/{tag}"
      at: [4, 4]
      size: 14
      rotate: 90
    - code-128: "{tag}"
      at: [28, 12]
      size: [36, 9]
    - ean-13: "400638133393"
      at: [28, 24]
      size: [36, 12]
    - text: "{name}"
      at: [26, 2]
      size: [34, 5]
      fit: shrink
    - text: "{name}"
      at: [2, 24]
      size: [5, 14]
      rotate: 270
      fit: shrink
      invert: true
    - ellipse: 0.5
      at: [9, 26]
      size: [10, 8]
    - rectangle: 0.4
      at: [0.5, 0.5]
      size: [71, 39]
    """

  private static let values = [
    ["tag": "IT-000123", "name": "14-inch laptop"], ["tag": "A", "name": "Ω ^XZ~JA _5E"],
    ["tag": "00112233445566", "name": "é\\&"],
  ]

  @Test func `a picture is the PNG's dots, with the check that its data has`() throws {
    let python = try #require(Program.tool("python3"))
    let folder = try TemporaryFolder()
    let renderer = try LabelRenderer(template(Self.everything, size: "[72, 40]"))
    for values in Self.values {
      let bitmap = try renderer.render(values).bitmap
      let path = try folder.write("label.zpl", renderer.zpl(values))
      let result = try python.run(["-c", Self.reader, path])
      #expect(result.status == 0, "\(result.errors)")
      let bytes = Data(base64Encoded: result.lines.last ?? "").map(Array.init)
      #expect(bytes == bitmap.bytes)
    }
  }

  @Test(
    .enabled(if: ZPLKit.program != nil, "zplkit (PyPI) isn't installed"), arguments: [203, 300])
  func `another's rendering of a picture equals our dots`(dpi: Int) throws {
    let renderer = try LabelRenderer(template(Self.everything, size: "[72, 40]", dpi: dpi))
    for values in Self.values {
      let bitmap = try renderer.render(values).bitmap
      let printed = try ZPLKit.print(
        renderer.zpl(values), width: bitmap.width, height: bitmap.height, dpi: dpi)
      let isEqual = printed == [bitmap.grayImage()]
      #expect(isEqual)
    }
  }

  private static let symbols: [(String, [String])] = [
    ("code-128", ["IT-000123", "0011223344", "A1234567890bc>~^_\\", "12345x"]),
    ("gs1-128", ["(01)09506000134352(10)AB-12"]), ("code-39", ["AB-12/$"]), ("itf", ["12345678"]),
  ]

  @Test(
    .enabled(if: ZPLKit.program != nil, "zplkit (PyPI) isn't installed"), arguments: 0..<4,
    symbols)
  func `bars that the printer makes are the bars that we would have drawn`(
    turns: Int, symbol: (name: String, texts: [String])
  ) throws {
    let size = turns & 1 == 0 ? "[70, 12]" : "[12, 70]"
    let label = try template(
      "- \(symbol.name): \"{name}\"\n  at: [12, 12]\n  size: \(size)\n  text: none\n  rotate: \(turns * 90)",
      size: "[94, 94]")
    let renderer = try LabelRenderer(label)
    for text in symbol.texts {
      let values = ["tag": "x", "name": text]
      let bitmap = try renderer.render(values).bitmap
      let zpl = try renderer.zpl(values, inFields: true)
      #expect(!zpl.contains("^GFA"), "\(zpl)")
      let printed = try ZPLKit.print(
        zpl, width: bitmap.width, height: bitmap.height, dpi: 300)
      let isEqual = printed == [bitmap.grayImage()]
      #expect(isEqual, "\(zpl)")
    }
  }

  @Test(
    .enabled(
      if: ZPLKit.program != nil && Program.tool("zbarimg") != nil,
      "zplkit (PyPI) or zbarimg isn't installed"))
  func `a QR Code that the printer makes stands where it was laid out, and is read`() throws {
    let zbarimg = try #require(Program.tool("zbarimg"))
    let folder = try TemporaryFolder()
    let renderer = try LabelRenderer(
      template("- qr-code: \"{name}\"\n  at: [5, 6]\n  size: 14\n  level: Q", size: "[34, 34]"))
    for name in ["https://example.org/a/IT-000123?x=^~_", "Shelf 7, box B_5E"] {
      let values = ["tag": "x", "name": name]
      let bitmap = try renderer.render(values).bitmap
      let zpl = try renderer.zpl(values, inFields: true)
      #expect(zpl.contains("^BQN"))
      let printed = try #require(
        try ZPLKit.print(zpl, width: bitmap.width, height: bitmap.height, dpi: 300).first)
      #expect(printed.darkBox == bitmap.grayImage().darkBox)
      var bytes = Array("P5 \(printed.width) \(printed.height) 255\n".utf8)
      bytes += printed.pixels
      let path = try folder.write("label.pgm", bytes)
      #expect(try zbarimg.run(["-q", path]).lines == ["QR-Code:\(name)"])
    }
  }

  @Test func `what printers make otherwise stands on the label as a picture`() throws {
    let elements = """
      - data-matrix: "{tag}"
        at: [3, 3]
        size: 12
      - code-128: "{tag}"
        at: [20, 3]
        size: [28, 8]
      - text: "{name}"
        at: [3, 17]
        size: [40, 6]
      """
    let renderer = try LabelRenderer(template(elements))
    let latin = try renderer.zpl(["tag": "T-1", "name": "Straße"], inFields: true)
    #expect(latin.components(separatedBy: "^GFA").count == 2 && latin.contains("^BCN"))
    #expect(latin.contains("^FDStra_C3_9Fe^FS"))
    let greek = try renderer.zpl(["tag": "T-1", "name": "Ωμέγα"], inFields: true)
    #expect(greek.components(separatedBy: "^GFA").count == 3)
  }

  @Test func `hostile text is no command`() throws {
    let renderer = try LabelRenderer(
      template("- text: \"{name}\"\n  at: [2, 2]\n  size: [46, 6]\n  fit: shrink"))
    let zpl = try renderer.zpl(
      ["tag": "x", "name": "^XZ^XA~JA^FD_5EXZ"], inFields: true)
    #expect(zpl.components(separatedBy: "^XA").count == 2)
    #expect(zpl.components(separatedBy: "^XZ").count == 2)
    #expect(!zpl.contains("~"))
    #expect(zpl.contains("^FD_5EXZ_5EXA_7EJA_5EFD_5F5EXZ^FS"))
  }

  /// Finds the picture, checks its sum and says its bytes.
  private static let reader = """
    import base64, binascii, re, sys, zlib
    zpl = open(sys.argv[1]).read()
    found = re.fullmatch(r"\\^XA.*\\^GFA,(\\d+),(\\d+),(\\d+),:Z64:([A-Za-z0-9+/=]+):([0-9A-F]{4})\\^FS\\n\\^XZ\\n", zpl, re.S)
    total, count, row, data, check = found.groups()
    assert binascii.crc_hqx(data.encode(), 0) == int(check, 16), "check"
    dots = zlib.decompress(base64.b64decode(data))
    assert len(dots) == int(total) == int(count) and len(dots) % int(row) == 0, "length"
    print(base64.b64encode(dots).decode())
    """
}

extension GrayImage {
  /// The first and last columns and rows that are dark.
  var darkBox: [Int] {
    var (left, right, top, bottom) = (width, 0, height, 0)
    for y in 0..<height {
      for x in 0..<width where pixels[y * width + x] < 128 {
        (left, right) = (min(left, x), max(right, x))
        (top, bottom) = (min(top, y), max(bottom, y))
      }
    }
    return [left, right, top, bottom]
  }
}
