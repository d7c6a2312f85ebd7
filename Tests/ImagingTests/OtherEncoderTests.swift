import Imaging
import Testing
import TestSupport

/// Files of other encoders than ImageMagick, which is only asked what it sees in them.
@Suite(.enabled(if: ImageMagick.isInstalled))
struct OtherEncoderTests {
  private static let tiffcp = Program.tool("tiffcp")
  private static let cwebp = Program.tool("cwebp")

  @Test(
    .enabled(if: tiffcp != nil),
    arguments: ["-c g3:2d", "-c g3:fill", "-f lsb2msb -c g4", "-c packbits -t -w 32 -l 16"])
  func `a bilevel TIFF of libtiff's makers is read`(options: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "in.tif", ColourSample.file(["-monochrome", "-compress", "Group4"], "TIFF"))
    let words = options.split(separator: " ").map(String.init)
    let made = try #require(Self.tiffcp).run(
      words + [folder.path("in.tif"), folder.path("out.tif")])
    try #require(made.status == 0, "\(made.errors)")
    let file = try folder.bytes("out.tif")
    let expected = try #require(ColourSample.pages(of: file, "TIFF").first)
    #expect(differ(try ImageLoader.decode(file).image, expected) == 0)
  }

  @Test(
    .enabled(if: tiffcp != nil),
    arguments: ["-t -w 32 -l 16 -c lzw", "-p separate", "-c zip:2 -B", "-s -r 1", "-8 -c zip"])
  func `a TIFF in colour of libtiff's makers is read`(options: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("in.tif", ColourSample.file(["-compress", "None"], "TIFF"))
    let words = options.split(separator: " ").map(String.init)
    let made = try #require(Self.tiffcp).run(
      words + [folder.path("in.tif"), folder.path("out.tif")])
    try #require(made.status == 0, "\(made.errors)")
    let file = try folder.bytes("out.tif")
    let expected = try #require(ColourSample.pages(of: file, "TIFF").first)
    #expect(differ(try ImageLoader.decode(file).image, expected) <= 1)
  }

  @Test(
    .enabled(if: cwebp != nil),
    arguments: [("-lossless", 3), ("-near_lossless 40", 3), ("-q 75", 16), ("-q 90 -m 6", 16)])
  func `a WebP of its makers is read`(options: String, shades: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write("in.ppm", ColourSample.ppm)
    let words = options.split(separator: " ").map(String.init)
    let made = try #require(Self.cwebp).run(
      ["-quiet"] + words + [folder.path("in.ppm"), "-o", folder.path("out.webp")])
    try #require(made.status == 0, "\(made.errors)")
    let file = try folder.bytes("out.webp")
    let expected = try #require(ColourSample.pages(of: file, "WEBP").first)
    #expect(differ(try ImageLoader.decode(file).image, expected) <= shades)
  }
}
