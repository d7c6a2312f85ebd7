import Imaging
import Testing
import TestSupport

struct BrokenFileTests {
  private let png: [UInt8] = {
    var random = RandomSource(seed: 11)
    return PNGWriter.encode(random.grayImage(width: 20, height: 20))
  }()

  private func code(_ bytes: [UInt8], limits: ImageLimits = ImageLimits()) -> String? {
    do {
      _ = try ImageLoader.decode(bytes, limits: limits)
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `a truncated PNG is named as such, wherever it ends`() {
    for count in 8..<png.count {
      #expect(code(Array(png[..<count])) == "image.truncated", "\(count) of \(png.count) bytes")
    }
  }

  @Test func `a changed byte inside of a PNG is found by its check sums`() {
    for place in 8..<png.count - 12 {
      var damaged = png
      damaged[place] ^= 0x10
      #expect(code(damaged) != nil, "byte \(place)")
    }
  }

  @Test(arguments: 0..<400)
  func `flipped bytes give a fault or a picture, never a crash`(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let samples = [png] + (ImageMagick.isInstalled ? [Self.jpeg, Self.progressive] : [])
    for sample in samples {
      var damaged = sample
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<damaged.count, using: &random)
        damaged[place] = UInt8.random(in: 0...255, using: &random)
      }
      let limits = ImageLimits(maxPixels: 1_000_000)
      guard let code = code(damaged, limits: limits) else { continue }
      #expect(code.hasPrefix("image."))
    }
  }

  private static let jpeg = jpeg(["-type", "TrueColor"])
  private static let progressive = jpeg(["-interlace", "JPEG"])

  private static func jpeg(_ options: [String]) -> [UInt8] {
    var random = RandomSource(seed: 12)
    let source = PNGWriter.encode(random.grayImage(width: 40, height: 30))
    return (try? ImageMagick.convert(source, options, to: "JPEG")) ?? []
  }

  @Test func `a header that announces too many pixels is refused before memory is taken`() {
    // Signature and IHDR of 60,000 × 60,000 pixels, and a beginning of IDAT.
    let bomb: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 1, 0, 0, 0, 0, 0xA8, 0xA9, 0x48, 0xEF]
      + [0, 0, 0, 10] + Array("IDAT".utf8)
    let fault = #expect(throws: ImageFault.self) { try ImageLoader.decode(bomb) }
    #expect(fault?.code == "image.too-large")
    #expect(fault?.message.contains("60000 × 60000") == true)
  }

  @Test func `a picture with one pixel more than allowed is refused, with the number`() {
    #expect(code(png, limits: ImageLimits(maxPixels: 400)) == nil)
    #expect(code(png, limits: ImageLimits(maxPixels: 399)) == "image.too-large")
    #expect(code(png, limits: ImageLimits(maxBytes: png.count)) == nil)
    #expect(code(png, limits: ImageLimits(maxBytes: png.count - 1)) == "image.too-large")
  }

  @Test(arguments: [
    ("Hello, world. Grüße!\n", "text"), ("PK\u{3}\u{4}", "a ZIP archive"),
    ("\0\0\0\u{18}ftypmp42", "a film"), ("BMW and others", "text"), ("P5X", "text"),
    ("\u{1}\u{2}\u{3}", "data of an unknown kind"),
  ])
  func `content of another kind is named`(content: String, name: String) {
    let fault = #expect(throws: ImageFault.self) { try ImageLoader.decode(Array(content.utf8)) }
    #expect(fault?.code == "image.format")
    #expect(
      fault?.message
        == "The content is \(name); a picture is expected: PNG, JPEG, WebP, TIFF, GIF, "
        + "BMP, PNM, PDF or HEIC.")
  }

  @Test func `an empty file, a missing file and a folder are told apart`() throws {
    let folder = try TemporaryFolder()
    let empty = try folder.write("empty.png", [])
    #expect(throws: ImageFault(code: "image.empty", message: "The file is empty.")) {
      try ImageLoader.load(path: empty)
    }
    for (path, reason) in [
      (folder.path("none.png"), "No such file or directory"), (folder.path, "it is a folder"),
      ("/dev/null", "it is not a regular file"),
    ] {
      let fault = #expect(throws: ImageFault.self) { try ImageLoader.load(path: path) }
      #expect(fault?.code == "image.unreadable")
      #expect(fault?.message == "The file can't be read: \(reason).")
    }
  }

  @Test func `a picture is known by its content, not by its name`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("photo.jpg", png)
    #expect(try ImageLoader.load(path: path).format == .png)
    #expect(try ImageLoader.read(path: path) == png)
    let text = try folder.write("notes.png", "not a picture")
    let fault = #expect(throws: ImageFault.self) { try ImageLoader.load(path: text) }
    #expect(fault?.code == "image.format")
  }
}
