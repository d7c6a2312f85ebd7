import Foundation
import Imaging
import Testing
import TestSupport

@Suite(.enabled(if: ImageMagick.isInstalled))
struct PageTests {
  /// Frames that differ, some of them smaller than the canvas.
  private static let frames = [
    "(", "+clone", "-negate", ")", "(", "-size", "20x10", "xc:red", "-repage", "61x43+30+20", ")",
    "(", "-size", "15x15", "xc:none", "-fill", "blue", "-draw", "circle 7,7 7,1", "-repage",
    "61x43+5+9", ")",
  ]

  @Test(arguments: ["None", "Background", "Previous"])
  func `the frames of a GIF are pages, as they are displayed`(disposal: String) throws {
    // What lies below the first frame is the background's colour for some and white for others.
    let first = disposal == "Previous" ? "None" : disposal
    let file = try ColourSample.file(
      ["-set", "dispose", first]
        + Self.frames
        + [
          "(", "-clone", "1--1", "-set", "dispose", disposal, ")", "-delete", "1-3", "-loop", "0",
        ],
      "GIF")
    let expected = try ColourSample.pages(of: file, "GIF")
    let loaded = try loadedPages(file)
    #expect(loaded.count == 4 && expected.count == 4)
    #expect(loaded.map(\.page.number) == [1, 2, 3, 4] && loaded.allSatisfy { $0.page.count == 4 })
    for (page, wanted) in zip(loaded, expected) {
      #expect(differ(page.image, wanted) <= 1, "frame \(page.page.number)")
    }
  }

  @Test func `the frames of a WebP are pages`() throws {
    let file = try ColourSample.file(
      Self.frames + ["-coalesce", "-define", "webp:lossless=true", "-loop", "0"], "WEBP")
    let loaded = try loadedPages(file)
    #expect(loaded.count == 4 && loaded.allSatisfy { $0.format == .webp })
    let expected = try loadedPages(
      ColourSample.file(Self.frames + ["-coalesce", "-compress", "LZW"], "TIFF"))
    for (page, wanted) in zip(loaded, expected) {
      #expect(differ(page.image, wanted.image) <= 3, "frame \(page.page.number)")
    }
  }

  @Test func `the pages of a TIFF come in turn, each of its own size and kind`() throws {
    let file = try ColourSample.file(
      ["(", "+clone", "-resize", "30x20!", ")", "(", "-clone", "0", "-monochrome", ")"], "TIFF")
    let expected = try ["0", "1", "2"].map { page in
      try #require(ColourSample.pages(of: file, "TIFF", only: page).first)
    }
    let loaded = try loadedPages(file)
    #expect(loaded.map(\.image.width) == [61, 30, 61])
    #expect(loaded.map(\.page) == (1...3).map { ImagePage(number: $0, count: 3) })
    for (page, wanted) in zip(loaded, expected) { #expect(differ(page.image, wanted) <= 1) }
  }

  @Test func `pages beyond the limit are left out, and counted`() throws {
    let tiff = try ColourSample.file(["-duplicate", "6"], "TIFF")
    let pages = try loadedPages(tiff, limits: ImageLimits(maxPages: 3))
    #expect(pages.count == 3 && pages.allSatisfy { $0.page.count == 7 })
    let gif = try ColourSample.file(["-duplicate", "6"], "GIF")
    let frames = try loadedPages(gif, limits: ImageLimits(maxFrames: 2))
    #expect(frames.count == 2 && frames.allSatisfy { $0.page.count == 7 })
    #expect(try ImageLoader.decode(gif).page == ImagePage(number: 1, count: 7))
  }

  @Test func `a broken page is named, after the pages before it`() throws {
    let file = try ColourSample.file(["-duplicate", "2", "-compress", "None"], "TIFF")
    var pages = 0
    let fault = #expect(throws: ImageFault.self) {
      try ImageLoader.forEachPage(of: file, limits: ImageLimits()) { page throws(ImageFault) in
        pages += 1
        if page.page.number == 2 { throw ImageFault(code: "image.test", message: "enough") }
      }
    }
    #expect(pages == 2 && fault?.message == "enough", "the caller's own fault is not changed")
    var big = 0
    let tooLarge = #expect(throws: ImageFault.self) {
      let mixed = try ColourSample.file(["(", "+clone", "-resize", "200%", ")"], "TIFF")
      try ImageLoader.forEachPage(of: mixed, limits: ImageLimits(maxPixels: 3000)) { _ in big += 1 }
    }
    #expect(big == 1 && tooLarge?.message.hasPrefix("Page 2 of 2: ") == true)
  }

  @Test func `the time of capture is read from WebP and TIFF`() throws {
    let sample = TIFFSample(date: "2024:05:06 07:08:09", offset: "+02:00").bytes
    let plain = try ColourSample.file(["-quality", "80"], "WEBP")
    let tagged = Self.extended(webP: plain, exif: sample)
    let loaded = try ImageLoader.decode(tagged)
    #expect(loaded.capturedAt == 1_714_972_089_000)
    #expect(differ(loaded.image, try ImageLoader.decode(plain).image) == 0)
  }

  /// A simple WebP as an extended one with EXIF (RFC 9649, 2.7).
  private static func extended(webP plain: [UInt8], exif: [UInt8]) -> [UInt8] {
    func long(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }
    let (width, height) = (ColourSample.width - 1, ColourSample.height - 1)
    let header =
      Array("VP8X".utf8) + long(10) + [0x08, 0, 0, 0]
      + long(width).prefix(3) + long(height).prefix(3)
    let padding: [UInt8] = exif.count % 2 == 1 ? [0] : []
    let chunks = header + plain[12...] + Array("EXIF".utf8) + long(exif.count) + exif + padding
    return Array("RIFF".utf8) + long(chunks.count + 4) + Array("WEBP".utf8) + chunks
  }
}
