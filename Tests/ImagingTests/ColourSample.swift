import Imaging
import Testing
import TestSupport

/// A small picture in colour, with soft parts and hard edges, and what ImageMagick sees in files that
/// are made of it.
enum ColourSample {
  static let width = 61
  static let height = 43

  /// The picture as a PPM.
  static let ppm: [UInt8] = {
    var bytes = Array("P6\n\(width) \(height)\n255\n".utf8)
    for y in 0..<height {
      for x in 0..<width {
        let isBar = x / 4 % 2 == 0 && y > 30
        bytes += isBar ? [0, 0, 0] : [UInt8(4 * x), UInt8(5 * y), UInt8((2 * x + 3 * y) % 256)]
      }
    }
    return bytes
  }()

  /// The bytes of a file that `convert` makes of the picture.
  static func file(_ options: [String], _ coder: String, end: [String] = []) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try folder.write("in.ppm", ppm)
    let output = "\(coder):\(folder.path("out"))"
    let result = try #require(ImageMagick.convert).run(
      [folder.path("in.ppm")] + options + [output] + end)
    if result.status != 0 { throw ImageMagick.Failure(message: result.errors) }
    return try folder.bytes("out")
  }

  /// The pages of a file in gray over white, as ImageMagick has them.
  static func pages(of file: [UInt8], _ coder: String, only page: String? = nil) throws
    -> [GrayImage]
  {
    let folder = try TemporaryFolder()
    try folder.write("in", file)
    let input = "\(coder):\(folder.path("in"))" + (page.map { "[\($0)]" } ?? "")
    let result = try #require(ImageMagick.convert).run(
      [input, "-coalesce", "-background", "white", "-alpha", "remove", "-auto-orient"]
        + [
          "-colorspace", "sRGB", "-grayscale", "Rec601Luma", "-depth", "8", "+adjoin",
          "PGM:\(folder.path("out-%d"))",
        ])
    if result.status != 0 { throw ImageMagick.Failure(message: result.errors) }
    var pages: [GrayImage] = []
    while let bytes = try? folder.bytes("out-\(pages.count)") { pages.append(try plainPGM(bytes)) }
    return pages
  }

  /// P5 as ImageMagick writes it: three numbers in lines, then bytes.
  private static func plainPGM(_ bytes: [UInt8]) throws -> GrayImage {
    let header = bytes.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
    let size = String(decoding: header[1], as: UTF8.self).split(separator: " ").compactMap {
      Int($0)
    }
    try #require(header[0].elementsEqual("P5".utf8) && size.count == 2)
    return GrayImage(width: size[0], height: size[1], pixels: Array(header[3]))
  }
}

/// By how many shades the pixels of two pictures differ at most; pictures of other sizes by far more.
func differ(_ a: GrayImage, _ b: GrayImage) -> Int {
  guard a.width == b.width, a.height == b.height else { return .max }
  return zip(a.pixels, b.pixels).map { abs(Int($0) - Int($1)) }.max() ?? 0
}

/// All pages of a file.
func loadedPages(
  _ bytes: [UInt8], limits: ImageLimits = ImageLimits()
) throws -> [LoadedImage] {
  var pages: [LoadedImage] = []
  try ImageLoader.forEachPage(of: bytes, limits: limits) { pages.append($0) }
  return pages
}
