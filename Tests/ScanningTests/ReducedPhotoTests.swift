import Barcodes
import Imaging
import Scanning
import TestSupport
import Testing

/// Photos that a quick scan loads smaller than they are.
@Suite(.enabled(if: Program.tool("convert") != nil))
struct ReducedPhotoTests {
  @Test(arguments: [ScanEffort.fast, .balanced])
  func `outlines and sizes are those of the whole photo, however small it was loaded`(
    effort: ScanEffort
  ) throws {
    let folder = try TemporaryFolder()
    var picture = Picture(width: 3001, height: 2003)
    try picture.draw("TM-000123", as: .code128, x: 900, y: 700, module: 8, barHeight: 600)
    try folder.write("photo.png", PNGWriter.encode(picture.image))
    _ = try Program.tool("convert")?.run([
      folder.path("photo.png"), "-quality", "92", folder.path("photo.jpg"),
    ])
    let scanner = SymbolScanner(symbologies: [.code128], effort: effort)
    let scan = ImageScanner(scanner: scanner).scan(path: folder.path("photo.jpg"))
    #expect(scan.width == 3001 && scan.height == 2003)
    #expect(scan.symbols.map(\.text) == ["TM-000123"])
    let symbol = try #require(scan.symbols.first)
    let width = try Picture.width(of: "TM-000123", as: .code128, module: 8)
    let corners = [(900, 700), (900 + width, 700), (900 + width, 1300), (900, 1300)]
    for (corner, expected) in zip(symbol.polygon, corners) {
      #expect(abs(corner.x - expected.0) <= 16 && abs(corner.y - expected.1) <= 16)
    }
  }

  @Test func `whoever inspects a photo sees all of it`() throws {
    let folder = try TemporaryFolder()
    try folder.write("photo.png", PNGWriter.encode(Picture(width: 3000, height: 40).image))
    _ = try Program.tool("convert")?.run([folder.path("photo.png"), folder.path("photo.jpg")])
    let scanner = SymbolScanner(symbologies: [.code128], effort: .fast)
    let inspecting = ImageScanner(
      scanner: scanner, inspections: [{ image, scan in scan.height = image.width }])
    #expect(inspecting.scan(path: folder.path("photo.jpg")).height == 3000)
  }
}
