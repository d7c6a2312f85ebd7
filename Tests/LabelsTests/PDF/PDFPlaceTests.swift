import Imaging
import TestSupport
import Testing

@testable import Labels

/// Where labels come to lie on rendered pages.
@Suite(.enabled(if: PDFSample.isPossible, PDFSample.needs))
struct PDFPlaceTests {
  private static let dpi = 600

  /// The first and the last dark pixel's outer edges along a line, in millimetres.
  private func edges(_ values: [UInt8]) -> (first: Double, last: Double)? {
    guard let first = values.firstIndex(where: { $0 < 255 }),
      let last = values.lastIndex(where: { $0 < 255 })
    else { return nil }
    // What covers a pixel in part makes it grey.
    let start = Double(first) + Double(values[first]) / 255
    let end = Double(last) + 1 - Double(values[last]) / 255
    return (start * 25.4 / Double(Self.dpi), end * 25.4 / Double(Self.dpi))
  }

  /// A page with one black label of the sheet's size at a place.
  private func page(_ sheet: LabelSheet, _ placing: SheetPlacing) throws -> GrayImage {
    let (width, height) = (sheet.size.x, sheet.size.y)
    let black = try template(
      "- {rectangle: filled, at: [0, 0], size: [\(width), \(height)]}",
      size: "[\(width), \(height)]")
    let sample = try PDFSample(
      black, [["tag": "x"]], layout: { _, _ in try placing.layout(of: black) })
    return try sample.rendered(dpi: Self.dpi, smooth: true)
  }

  private func expect(
    _ image: GrayImage, left: Double, top: Double, right: Double, bottom: Double, within: Double
  ) throws {
    let row = Int((top + bottom) / 2 / 25.4 * Double(Self.dpi))
    let column = Int((left + right) / 2 / 25.4 * Double(Self.dpi))
    let across = try #require(
      edges(Array(image.pixels[row * image.width..<(row + 1) * image.width])))
    let down = try #require(
      edges((0..<image.height).map { image.pixels[$0 * image.width + column] }))
    #expect(abs(across.first - left) <= within && abs(across.last - right) <= within + 0.043)
    #expect(abs(down.first - top) <= within && abs(down.last - bottom) <= within + 0.043)
  }

  @Test(arguments: [
    ("avery-l7160", 1), ("avery-l7160", 12), ("avery-l7651", 65), ("zweckform-3475", 17),
    ("avery-5160", 30), ("avery-5167", 43),
  ])
  func `a label lies on its place within a twentieth of a millimetre`(
    name: String, place: Int
  ) throws {
    let sheet = try LabelSheet.find(name)
    let image = try page(sheet, SheetPlacing(sheet, start: place))
    let corner = sheet.places[place - 1]
    try expect(
      image, left: corner.x, top: corner.y, right: corner.x + sheet.size.x,
      bottom: corner.y + sheet.size.y, within: 0.05)
  }

  @Test func `offset and scale move a label as far as they say`() throws {
    let sheet = try LabelSheet.find("avery-l7160")
    let placing = try SheetPlacing(sheet, start: 11, offset: (1.5, -2), scale: (99, 101))
    let image = try page(sheet, placing)
    let corner = sheet.places[10]
    try expect(
      image, left: corner.x * 0.99 + 1.5, top: corner.y * 1.01 - 2,
      right: (corner.x + sheet.size.x) * 0.99 + 1.5,
      bottom: (corner.y + sheet.size.y) * 1.01 - 2, within: 0.05)
  }

  @Test func `a smaller label stands in the middle of its place`() throws {
    let sheet = try LabelSheet.find("avery-l7163")
    let small = try template(
      "- {rectangle: filled, at: [0, 0], size: [40, 20]}", size: "[40, 20]")
    let sample = try PDFSample(
      small, [["tag": "x"]],
      layout: { _, _ in try SheetPlacing(sheet, start: 3).layout(of: small) })
    let corner = sheet.places[2]
    let (left, top) = (corner.x + (sheet.size.x - 40) / 2, corner.y + (sheet.size.y - 20) / 2)
    try expect(
      try sample.rendered(dpi: Self.dpi, smooth: true), left: left, top: top, right: left + 40,
      bottom: top + 20, within: 0.05)
  }

  @Test func `a calibration page has its crosses and outlines where it says`() throws {
    let sheet = try LabelSheet.find("avery-l7160")
    let folder = try TemporaryFolder()
    let path = folder.path("page.pdf")
    try CalibrationPage(try SheetPlacing(sheet)).write(to: path)
    let qpdf = try #require(Program.tool("qpdf"))
    #expect(try qpdf.run(["--check", path]).status == 0)
    let pdftotext = try #require(Program.tool("pdftotext"))
    let text = try pdftotext.run([path, "-"]).output
    #expect(text.contains("--sheet-offset X,Y") && text.contains("(250 mm)"))
    let pdftoppm = try #require(Program.tool("pdftoppm"))
    _ = try pdftoppm.run(
      ["-r", "\(Self.dpi)", "-gray", "-singlefile", path, folder.path("page")])
    let image = try ImageLoader.load(path: folder.path("page.pgm")).image
    let pixel = { (x: Double, y: Double) in
      image.pixels[
        Int(y / 25.4 * Double(Self.dpi)) * image.width + Int(x / 25.4 * Double(Self.dpi))]
    }
    // Arms of the crosses, away from the rulers.
    #expect(pixel(17, 20) < 200 && pixel(20, 17) < 200)
    #expect(pixel(190, 17) < 200 && pixel(17, 270) < 200)
    // The left side of the first label, half way down.
    #expect(pixel(7.25, 15.15 + 19) < 200 || pixel(7.29, 15.15 + 19) < 200)
  }
}
