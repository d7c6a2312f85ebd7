import Barcodes
import Imaging
import Scanning
import TestSupport
import Testing

struct CropTests {
  private let scanner = SymbolScanner(symbologies: [.qrCode, .code128])

  private func read(_ crop: SymbolCrop) throws -> GrayImage {
    try ImageLoader.decode(crop.png).image
  }

  @Test func `a crop shows its own symbol alone, at the outline that it tells`() throws {
    var picture = Picture(width: 2400, height: 1200)
    try picture.draw("https://t.example/1", as: .qrCode, x: 100, y: 200, module: 14)
    try picture.draw("TM-0002", as: .code128, x: 1100, y: 600, module: 6, barHeight: 300)
    let symbols = scanner.scan(picture.image)
    try #require(symbols.count == 2)
    for symbol in symbols {
      let crop = try #require(
        SymbolCropper(longerSide: 280).crop(picture.image, around: symbol.polygon))
      let image = try read(crop)
      #expect(max(image.width, image.height) == 280)
      let again = scanner.scan(image)
      #expect(again.map(\.text) == [symbol.text])
      for (told, seen) in zip(crop.polygon, again.first?.polygon ?? []) {
        #expect(abs(told.x - seen.x) <= 12 && abs(told.y - seen.y) <= 12)
      }
    }
  }

  @Test func `at the border of a picture the crop ends with it`() throws {
    let image = GrayImage(width: 100, height: 50)
    let corners = [(60, 30), (120, 30), (120, 90), (60, 90)].map { PixelPoint(x: $0.0, y: $0.1) }
    let crop = try #require(SymbolCropper().crop(image, around: corners))
    let (width, height) = try (read(crop).width, read(crop).height)
    #expect((width, height) == (60, 40))
    #expect(crop.polygon.first == PixelPoint(x: 20, y: 20))
  }

  @Test func `an outline that is empty or outside the picture has no crop`() {
    let (image, far) = (GrayImage(width: 9, height: 9), PixelPoint(x: 5000, y: 5000))
    #expect(SymbolCropper().crop(image, around: []) == nil)
    #expect(SymbolCropper().crop(image, around: [far, far]) == nil)
  }

  @Test func `a scanner hands each picture that it could read to whoever inspects it`() throws {
    var picture = Picture(width: 400, height: 120)
    try picture.draw("TM-0001", as: .code128, x: 60, y: 20)
    let folder = try TemporaryFolder()
    let path = try folder.write("a.png", PNGWriter.encode(picture.image))
    let broken = try folder.write("b.png", "broken")
    let cropper = SymbolCropper()
    let files = ImageScanner(scanner: scanner, inspections: [{ cropper.crop($0, &$1) }])
    #expect(files.scan(path: path).symbols.compactMap(\.crop).count == 1)
    #expect(files.scan(path: broken).fault?.code == "image.format")
    let plain = ImageScanner(scanner: scanner).scan(path: path)
    #expect(plain.symbols.count == 1 && plain.symbols.allSatisfy { $0.crop == nil })
  }
}
