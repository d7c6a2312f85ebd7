import Foundation
import Imaging
import Testing
import TestSupport

/// A kind of file: what `convert` is told, its coder, and by how many shades the rounding of two
/// decoders may differ.
struct FileKind: Sendable, CustomTestStringConvertible {
  let format: ImageFormat
  let coder: String
  let options: [String]
  var shades = 1

  var testDescription: String { ([coder] + options).joined(separator: " ") }

  init(_ format: ImageFormat, _ coder: String, _ options: String, shades: Int = 1) {
    (self.format, self.coder, self.shades) = (format, coder, shades)
    self.options = options.split(separator: " ").map(String.init)
  }

  static let all: [FileKind] = [
    FileKind(.webp, "WEBP", "-define webp:lossless=true", shades: 3),
    FileKind(.webp, "WEBP", "-quality 80", shades: 16),
    FileKind(.webp, "WEBP", "-alpha set -channel A -evaluate set 40% -quality 100", shades: 12),
    FileKind(.gif, "GIF", ""), FileKind(.gif, "GIF", "-interlace GIF"),
    FileKind(.gif, "GIF87", "-colors 7"), FileKind(.gif, "GIF", "-monochrome"),
    FileKind(.gif, "GIF", "-transparent black"),
    FileKind(.tiff, "TIFF", "-compress None"), FileKind(.tiff, "TIFF", "-compress LZW"),
    FileKind(.tiff, "TIFF", "-compress Zip -endian MSB"), FileKind(.tiff, "TIFF", "-compress RLE"),
    FileKind(.tiff, "TIFF", "-monochrome -compress Fax"),
    FileKind(.tiff, "TIFF", "-monochrome -compress Group4"),
    FileKind(.tiff, "TIFF", "-monochrome -compress Group4 -define quantum:polarity=min-is-white"),
    FileKind(.tiff, "TIFF", "-monochrome -compress None"),
    FileKind(.tiff, "TIFF", "-compress JPEG -quality 95", shades: 3),
    FileKind(.tiff, "TIFF", "-colorspace Gray -depth 2"),
    FileKind(.tiff, "TIFF", "-colorspace Gray -depth 4"),
    FileKind(.tiff, "TIFF", "-colorspace Gray -depth 8"),
    FileKind(.tiff, "TIFF", "-colorspace Gray -depth 12 -compress None"),
    FileKind(.tiff, "TIFF", "-colorspace Gray -depth 16"),
    FileKind(.tiff, "TIFF", "-depth 16 -compress LZW"),
    FileKind(.tiff, "TIFF", "-type Palette -colors 16"),
    FileKind(.tiff, "TIFF", "-type Palette -colors 200", shades: 2),
    FileKind(.tiff, "TIFF", "-colorspace CMYK", shades: 3),
    FileKind(.tiff, "TIFF", "-alpha set -channel A -evaluate set 40% +channel", shades: 2),
    FileKind(.tiff, "TIFF", "-define tiff:tile-geometry=16x32 -compress Zip"),
    FileKind(.tiff, "TIFF", "-define tiff:rows-per-strip=5 -compress LZW"),
    FileKind(.tiff, "TIFF", "-interlace Plane -compress None"),
    FileKind(.tiff, "TIFF64", "-compress LZW"),
    FileKind(.bmp, "BMP", ""), FileKind(.bmp, "BMP2", ""), FileKind(.bmp, "BMP3", ""),
    FileKind(.bmp, "BMP3", "-monochrome"), FileKind(.bmp, "BMP3", "-type Palette -colors 13"),
    FileKind(.bmp, "BMP3", "-type Palette -colors 200"), FileKind(.bmp, "BMP2", "-monochrome"),
    FileKind(.bmp, "BMP3", "-type Palette -colors 200 -compress RLE"),
    FileKind(.bmp, "BMP", "-define bmp:subtype=RGB565", shades: 2),
    FileKind(.bmp, "BMP", "-define bmp:subtype=RGB555", shades: 2),
    FileKind(.bmp, "BMP", "-alpha set -channel A -evaluate set 40% +channel", shades: 2),
    FileKind(.pnm, "PBM", ""), FileKind(.pnm, "PGM", ""), FileKind(.pnm, "PPM", ""),
    FileKind(.pnm, "PBM", "-compress None"), FileKind(.pnm, "PGM", "-compress None"),
    FileKind(.pnm, "PPM", "-compress None"), FileKind(.pnm, "PGM", "-depth 16"),
    FileKind(.pnm, "PPM", "-depth 16"), FileKind(.pnm, "PPM", "-depth 16 -compress None"),
    FileKind(.pnm, "PGM", "-depth 4"),
    FileKind(.png, "PNG", "-interlace PNG"), FileKind(.png, "PNG", "-type Palette"),
    FileKind(.png, "PNG", "-depth 16 -alpha set -channel A -evaluate set 40% +channel", shades: 2),
    FileKind(.png, "PNG", "-transparent black -type Palette"),
    FileKind(.jpeg, "JPEG", "-quality 95", shades: 5),
    FileKind(.jpeg, "JPEG", "-colorspace CMYK -quality 97", shades: 4),
  ]
}

@Suite(.enabled(if: ImageMagick.isInstalled))
struct FormatTests {
  @Test(arguments: FileKind.all)
  func `a file has the shades that ImageMagick sees in it`(kind: FileKind) throws {
    let file = try ColourSample.file(kind.options, kind.coder)
    let expected = try ColourSample.pages(of: file, kind.coder)
    let loaded = try loadedPages(file)
    #expect(loaded.map(\.format) == [kind.format] && loaded.map(\.page) == [.only])
    #expect(expected.count == 1)
    let worst = zip(loaded, expected).map { differ($0.image, $1) }.max() ?? .max
    #expect(worst <= kind.shades)
  }

  @Test(arguments: FileKind.all)
  func `a file that ends early is refused, wherever it ends`(kind: FileKind) throws {
    let file = try ColourSample.file(kind.options, kind.coder)
    let whole = try ImageLoader.decode(file).image
    // Every length near both ends, and some hundred between.
    let step = max(file.count / 150, 1)
    let lengths = Set(0..<min(160, file.count)).union(stride(from: 0, to: file.count, by: step))
      .union(max(file.count - 40, 0)..<file.count)
    for count in lengths.sorted() {
      do {
        let image = try ImageLoader.decode(Array(file[..<count])).image
        // Nothing may be lost but what follows the pixels, or digits of the last number of a text.
        let isText = kind.format == .pnm && file.count - count < 8
        #expect(isText || differ(image, whole) == 0, "\(count) of \(file.count) bytes")
        #expect(file.count - count < 1000, "\(count) of \(file.count) bytes are a whole picture")
      } catch {
        #expect(
          ["image.truncated", "image.corrupt", "image.format", "image.empty"].contains(error.code),
          "\(count) of \(file.count) bytes: \(error.code)")
      }
    }
  }

  @Test(arguments: FileKind.all)
  func `a picture over the limit is refused with its size`(kind: FileKind) throws {
    let file = try ColourSample.file(kind.options, kind.coder)
    let fault = #expect(throws: ImageFault.self) {
      try ImageLoader.decode(file, limits: ImageLimits(maxPixels: 61 * 43 - 1))
    }
    #expect(fault?.code == "image.too-large" && fault?.message.contains("61 × 43") == true)
  }

  @Test(arguments: FileKind.all)
  func `changed bytes give a fault or a picture`(kind: FileKind) throws {
    var random = RandomSource(seed: UInt64(kind.testDescription.utf8.count))
    let file = try ColourSample.file(kind.options, kind.coder)
    for _ in 0..<60 {
      var damaged = file
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<min(damaged.count, 400), using: &random)
        damaged[place] = UInt8.random(in: 0...255, using: &random)
      }
      let limits = ImageLimits(maxPixels: 1_000_000, maxPages: 5, maxFrames: 5)
      do {
        try ImageLoader.forEachPage(of: damaged, limits: limits) {
          #expect($0.image.pixels.count == $0.image.width * $0.image.height)
        }
      } catch {
        #expect(error.code.hasPrefix("image."))
      }
    }
  }

  @Test(arguments: 1...8)
  func `a TIFF is turned as its orientation says`(value: Int) throws {
    let names = [
      "TopLeft", "TopRight", "BottomRight", "BottomLeft", "LeftTop", "RightTop", "RightBottom",
      "LeftBottom",
    ]
    let file = try ColourSample.file(["-orient", names[value - 1]], "TIFF")
    let expected = try #require(ColourSample.pages(of: file, "TIFF").first)
    #expect(differ(try ImageLoader.decode(file).image, expected) <= 1)
  }

  @Test func `a JPEG is loaded smaller, as it looks`() throws {
    let file = try ColourSample.file(["-resize", "400x300!", "-quality", "95"], "JPEG")
    let whole = try ImageLoader.decode(file).image
    for (reduction, factor) in [(ImageReduction.none, 1), (.half, 2), (.quarter, 4), (.eighth, 8)] {
      let small = try ImageLoader.decode(file, reduction: reduction).image
      #expect(small.width == 400 / factor && small.height == (300 + factor - 1) / factor)
      let average = whole.reduced(
        columns: 0..<400, rows: 0..<(300 / factor * factor), longerSide: 400 / factor)
      let shared = GrayImage(
        width: small.width, height: average.height,
        pixels: Array(small.pixels.prefix(average.pixels.count)))
      let errors = zip(shared.pixels, average.pixels).map { abs(Int($0) - Int($1)) }
      #expect(errors.reduce(0, +) < 6 * errors.count, "on average less than six shades apart")
    }
  }
}
