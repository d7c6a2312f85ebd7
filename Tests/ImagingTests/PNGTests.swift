import Imaging
import Testing
import TestSupport

struct PNGTests {
  @Test(arguments: [(1, 1), (8, 8), (9, 2), (591, 295), (3, 100)])
  func `a bitmap reads back as it was written`(width: Int, height: Int) throws {
    var random = RandomSource(seed: UInt64(width))
    let bitmap = random.bitmap(width: width, height: height)
    let loaded = try ImageLoader.decode(PNGWriter.encode(bitmap, dpi: 300))
    #expect(loaded.image == bitmap.grayImage())
    #expect(loaded.format == .png && loaded.capturedAt == nil)
  }

  @Test func `a gray picture reads back as it was written`() throws {
    var random = RandomSource(seed: 1)
    let image = random.grayImage(width: 37, height: 23)
    #expect(try ImageLoader.decode(PNGWriter.encode(image)).image == image)
  }

  @Test(arguments: [(1, 1), (2, 3), (17, 16), (255, 7)])
  func `in sixteen shades every pixel is the nearest of them`(width: Int, height: Int) throws {
    let pixels = (0..<width * height).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let image = GrayImage(width: width, height: height, pixels: pixels)
    let read = try ImageLoader.decode(PNGWriter.encodeInSixteenShades(image)).image
    #expect(read.width == width && read.height == height)
    for (shade, original) in zip(read.pixels, pixels) {
      #expect(shade % 17 == 0 && abs(Int(shade) - Int(original)) <= 8)
    }
  }

  @Test func `the same bitmap gives the same bytes`() {
    var random = RandomSource(seed: 2)
    let bitmap = random.bitmap(width: 100, height: 50)
    #expect(PNGWriter.encode(bitmap, dpi: 203) == PNGWriter.encode(bitmap, dpi: 203))
  }

  @Test func `the header says one bit a pixel, and the density in pixels per metre`() throws {
    let bytes = PNGWriter.encode(Bitmap(width: 5, height: 4), dpi: 300)
    #expect(bytes[24] == 1, "bit depth (ISO/IEC 15948, 11.2.2)")
    #expect(bytes[25] == 0, "grayscale")
    let physical = try #require(bytes.firstRange(of: Array("pHYs".utf8)))
    let perMetre = bytes[physical.upperBound...].prefix(4).reduce(0) { $0 << 8 | Int($1) }
    #expect(perMetre == 11811, "300 dpi")
  }

  @Test(
    .enabled(if: ImageMagick.isInstalled),
    arguments: [
      ["-type", "Palette", "-colors", "16"], ["-type", "TrueColor"], ["-type", "TrueColorAlpha"],
      ["-depth", "16", "-type", "Grayscale", "-define", "png:bit-depth=16"],
      ["-define", "png:color-type=6"], ["-define", "png:color-type=4"],
      ["-define", "png:color-type=0", "-define", "png:bit-depth=8"],
      ["-define", "png:color-type=2", "-define", "png:bit-depth=16"],
      ["-interlace", "PNG"], ["-interlace", "PNG", "-define", "png:color-type=6"],
      ["-interlace", "PNG", "-define", "png:color-type=0", "-define", "png:bit-depth=8"],
    ])
  func `every kind of PNG gives the same shades`(options: [String]) throws {
    let sixteenShades = GrayImage(
      width: 19, height: 11, pixels: (0..<19 * 11).map { UInt8($0 % 16 * 17) })
    let bytes = try ImageMagick.convert(
      PNGWriter.encode(sixteenShades), options + ["-define", "png:exclude-chunk=gAMA"],
      to: "PNG")
    #expect(try ImageLoader.decode(bytes).image == sixteenShades)
  }

  @Test(.enabled(if: ImageMagick.isInstalled), arguments: [1, 2, 4])
  func `few bits a pixel give the same shades, interlaced too`(bits: Int) throws {
    let shades = 1 << bits
    let image = GrayImage(
      width: 13, height: 10,
      pixels: (0..<130).map { UInt8($0 * 7 % shades * 255 / (shades - 1)) })
    for interlace in ["None", "PNG"] {
      let bytes = try ImageMagick.convert(
        PNGWriter.encode(image),
        [
          "-interlace", interlace, "-depth", "\(bits)", "-type", "Grayscale", "-define",
          "png:bit-depth=\(bits)",
        ],
        to: "PNG")
      #expect(bytes[24] == UInt8(bits))
      #expect(try ImageLoader.decode(bytes).image == image)
    }
  }

  @Test(.enabled(if: ImageMagick.isInstalled))
  func `what is transparent is white, what is half transparent is half white`() throws {
    let black = PNGWriter.encode(GrayImage(width: 4, height: 4, shade: 0))
    for (alpha, shades) in [("0%", 255...255), ("50%", 127...128), ("100%", 0...0)] {
      let bytes = try ImageMagick.convert(
        black, ["-alpha", "set", "-channel", "A", "-evaluate", "set", alpha], to: "PNG32")
      let pixels = try ImageLoader.decode(bytes).image.pixels
      #expect(pixels.allSatisfy { shades.contains(Int($0)) }, "alpha \(alpha): \(pixels)")
    }
  }

  @Test(.enabled(if: ImageMagick.isInstalled))
  func `colours become luma`() throws {
    let any = PNGWriter.encode(GrayImage(width: 2, height: 2))
    for (colour, luma) in [("red", 77), ("lime", 149), ("blue", 29), ("white", 255)] {
      let bytes = try ImageMagick.convert(
        any, ["-fill", colour, "-colorize", "100%"], to: "PNG24")
      let pixels = try ImageLoader.decode(bytes).image.pixels
      #expect(pixels.allSatisfy { abs(Int($0) - luma) <= 1 }, "\(colour): \(pixels)")
    }
  }
}
