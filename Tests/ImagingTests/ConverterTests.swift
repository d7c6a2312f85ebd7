import Foundation
import Imaging
import Testing
import TestSupport

/// Formats that other programs decode for us.
struct ConverterTests {
  @Test(.enabled(if: ImageFormat.pdf.isReadable))
  func `the pages of a PDF are drawn at 300 dpi, each of its own size`() throws {
    let file = DocumentSample.pdf(pages: [(360, 216), (216, 288)], title: "Pages: 9")
    let pages = try loadedPages(file)
    #expect(pages.map(\.image.width) == [1500, 900] && pages.map(\.image.height) == [900, 1200])
    #expect(pages.map(\.page.number) == [1, 2] && pages.allSatisfy { $0.page.count == 2 })
    for page in pages.map(\.image) {
      func shade(_ x: Int, _ y: Int) -> UInt8 { page.pixels[y * page.width + x] }
      let middle = page.height - 450
      #expect(shade(450, middle) == 0 && shade(310, middle) == 0 && shade(590, middle) == 0)
      #expect(shade(290, middle) == 255 && shade(610, middle) == 255)
    }
    let first = try loadedPages(file, limits: ImageLimits(maxPages: 1))
    #expect(first.count == 1 && first[0].page.count == 2)
  }

  @Test(.enabled(if: ImageFormat.pdf.isReadable))
  func `a huge page is drawn coarser, a page over the limit too`() throws {
    let poster = try ImageLoader.decode(DocumentSample.pdf(pages: [(14_400, 14_400)])).image
    #expect((39_000_000...40_100_000).contains(poster.pixels.count))
    let limits = ImageLimits(maxPixels: 10_000)
    let small = try ImageLoader.decode(DocumentSample.pdf(pages: [(360, 360)]), limits: limits)
    #expect((9_000...10_000).contains(small.image.pixels.count))
  }

  @Test(.enabled(if: ImageFormat.pdf.isReadable))
  func `a PDF that is broken, empty or too slow is refused in words`() throws {
    let whole = DocumentSample.pdf(pages: [(360, 360)])
    for bytes in [Array("%PDF-1.4\n".utf8), Array(whole.prefix(60)), DocumentSample.pdf(pages: [])]
    {
      let fault = #expect(throws: ImageFault.self) { try ImageLoader.decode(bytes) }
      #expect(fault?.code == "image.corrupt" && fault?.message.contains("PDF") == true)
    }
    let hurried = ImageLimits(conversionTime: .milliseconds(1))
    let late = #expect(throws: ImageFault.self) {
      try ImageLoader.decode(whole, limits: hurried)
    }
    #expect(late?.code == "image.too-slow")
  }

  private static let heifEncoder = Program.tool("heif-enc")

  private static func heic(
    of jpeg: [[UInt8]], _ options: [String] = []
  ) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let inputs = try jpeg.enumerated().map { try folder.write("in-\($0.offset).jpg", $0.element) }
    let result = try #require(heifEncoder).run(
      options + ["-q", "95", "-o", folder.path("out.heic")] + inputs)
    if result.status != 0 { throw ImageMagick.Failure(message: result.errors) }
    return try folder.bytes("out.heic")
  }

  @Test(
    .enabled(if: ImageFormat.heif.isReadable && heifEncoder != nil && ImageMagick.isInstalled),
    arguments: [[], ["-A"]])
  func `HEIC and AVIF have the shades that went in`(options: [String]) throws {
    let jpeg = try ColourSample.file(["-resize", "120x80!", "-quality", "98"], "JPEG")
    let expected = try ImageLoader.decode(jpeg).image
    let loaded = try loadedPages(Self.heic(of: [jpeg, jpeg], options))
    #expect(loaded.map(\.page) == [1, 2].map { ImagePage(number: $0, count: 2) })
    for page in loaded {
      #expect(page.format == .heif && page.image.width == 120 && page.image.height == 80)
      let errors = zip(page.image.pixels, expected.pixels).map { abs(Int($0) - Int($1)) }
      #expect(errors.reduce(0, +) < 4 * errors.count, "on average less than four shades apart")
    }
  }

  @Test(.enabled(if: ImageFormat.heif.isReadable && heifEncoder != nil && ImageMagick.isInstalled))
  func `of EXIF in HEIC the time counts, and not the orientation, which its boxes say`() throws {
    let jpeg = try ColourSample.file(["-resize", "120x80!"], "JPEG")
    let sample = TIFFSample(orientation: 6, date: "2024:05:06 07:08:09", offset: "+02:00")
    let loaded = try ImageLoader.decode(Self.heic(of: [sample.inserted(intoJPEG: jpeg)]))
    #expect(loaded.image.width == 120 && loaded.capturedAt == 1_714_972_089_000)
  }

  @Test(.enabled(if: ImageFormat.heif.isReadable))
  func `a broken HEIC is refused in words`() throws {
    let bytes = [0, 0, 0, 0x18] + Array("ftypheic".utf8) + [UInt8](repeating: 0, count: 64)
    let fault = #expect(throws: ImageFault.self) { try ImageLoader.decode(bytes) }
    #expect(fault?.code == "image.corrupt" && fault?.message.contains("heif-convert") == true)
  }
}
