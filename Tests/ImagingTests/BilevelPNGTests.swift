import Imaging
import Testing
import TestSupport

/// The writer of bilevel PNG is our own; libpng and others must read what it writes.
struct BilevelPNGTests {
  /// Rows that repeat, runs of one byte, parts of the row above, and noise: all that the writer tells
  /// apart, in any order.
  private func labelLike(_ random: inout RandomSource, width: Int, height: Int) -> Bitmap {
    var bitmap = Bitmap(width: width, height: height)
    for y in 0..<height {
      let kind = Int.random(in: 0..<6, using: &random)
      let from = Int.random(in: 0...width, using: &random)
      let length = Int.random(in: 0...width, using: &random)
      if kind < 4, y > 0 {
        for x in 0..<width where bitmap[x, y - 1] { bitmap[x, y] = true }
      }
      switch kind {
      case 0, 1: break
      case 2: bitmap.fill(x: from, y: y, width: length, height: 1)
      case 3: bitmap.fill(x: from, y: y, width: length, height: 1, black: false)
      default:
        for x in from..<min(width, from + length) { bitmap[x, y] = Bool.random(using: &random) }
      }
    }
    return bitmap
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `any picture reads back through libpng as it was written`(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let width = Int.random(in: 1...(seed.isMultiple(of: 4) ? 3000 : 90), using: &random)
    let height = Int.random(in: 1...40, using: &random)
    let bitmap = labelLike(&random, width: width, height: height)
    let read = try ImageLoader.decode(PNGWriter.encode(bitmap, dpi: 300)).image
    #expect(read == bitmap.grayImage())
  }

  @Test(arguments: [(300_000, 3), (262_137, 2), (262_136, 2), (1, 70_000), (8, 600), (2400, 3000)])
  func `rows wider than a window and long repetitions read back`(width: Int, height: Int) throws {
    var bitmap = Bitmap(width: width, height: height)
    bitmap.fill(x: width / 3, y: 0, width: width / 2, height: height - 1)
    let read = try ImageLoader.decode(PNGWriter.encode(bitmap, dpi: 300)).image
    #expect(read == bitmap.grayImage())
  }

  @Test(.enabled(if: ImageMagick.isInstalled), arguments: 0..<8 as Range<UInt64>)
  func `another reader takes the picture without a warning`(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let bitmap = labelLike(&random, width: 100 + Int(seed), height: 60)
    let portable = try ImageMagick.convert(
      PNGWriter.encode(bitmap, dpi: 300), ["-regard-warnings"], to: "PBM")
    #expect(try ImageLoader.decode(portable).image == bitmap.grayImage())
  }

  @Test(.enabled(if: Program.tool("python3") != nil, "python3 is not installed"))
  func `the data ends where its stream ends, and every checksum is right`() throws {
    var random = RandomSource(seed: 5)
    let python = try #require(Program.tool("python3"))
    let check = """
      import struct, sys, zlib
      file, place, kinds = open(sys.argv[1], "rb").read(), 8, []
      while place < len(file):
          length, kind = struct.unpack(">I4s", file[place:place + 8])
          data = file[place + 8:place + 8 + length]
          assert struct.unpack(">I", file[place + 8 + length:place + 12 + length])[0] == zlib.crc32(kind + data)
          kinds.append(kind.decode())
          if kind == b"IDAT":
              stream = zlib.decompressobj()
              rows = stream.decompress(data)
              assert stream.eof and not stream.unused_data and len(rows) == 90 * 39, len(rows)
          place += 12 + length
      print(*kinds)
      """
    let png = PNGWriter.encode(labelLike(&random, width: 300, height: 90), dpi: 203)
    let folder = try TemporaryFolder()
    try folder.write("label.png", png)
    let result = try python.run(["-c", check, folder.path("label.png")])
    #expect(result.lines == ["IHDR pHYs IDAT IEND"], "\(result.errors)")
  }

  @Test func `an empty label takes few bytes`() {
    #expect(PNGWriter.encode(Bitmap(width: 591, height: 295), dpi: 300).count < 350)
  }
}
