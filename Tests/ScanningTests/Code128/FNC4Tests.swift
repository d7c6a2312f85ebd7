import Barcodes
import Imaging
import Scanning
import TestSupport
import Testing

/// The upper half of Latin-1 in Code 128, which zbar takes for the lower.
struct FNC4Tests {
  private static let scanner = SymbolScanner(symbologies: [.code128], effort: .fast)

  private func picture(
    _ text: String, module: Int = 2, quarterTurns: Int = 0
  ) throws -> GrayImage {
    let options = EncodingOptions(allowsFNC4: true)
    let symbol = try SymbolEncoder.encode(text, as: .code128, options: options)
    guard case .linear(let bars) = symbol.modules else { return GrayImage(width: 0, height: 0) }
    var picture = Picture(width: (bars.width + 24) * module, height: 60)
    try picture.draw(
      text, as: .code128, x: 12 * module, y: 10, module: module, barHeight: 40, options: options)
    return (0..<quarterTurns).reduce(picture.image) { image, _ in image.turnedRight }
  }

  /// Letters of both halves, digits in runs, and some control characters.
  private func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = RandomSource(seed: seed)
    return (0..<count).map { _ in
      let bytes = (0..<Int.random(in: 1...5, using: &random)).flatMap { _ -> [UInt8] in
        switch Int.random(in: 0...4, using: &random) {
        case 0: (0..<4).map { _ in UInt8.random(in: 0x30...0x39, using: &random) }
        case 1: [UInt8.random(in: 0x80...0xFF, using: &random)]
        case 2: (0..<3).map { _ in UInt8.random(in: 0xA0...0xFF, using: &random) }
        case 3: [UInt8.random(in: 0x00...0x7F, using: &random)]
        default: (0..<3).map { _ in UInt8.random(in: 0x41...0x7A, using: &random) }
        }
      }
      return String(bytes.map { Character(Unicode.Scalar($0)) })
    }
  }

  @Test func `a letter behind FNC4 is read as it was printed`() throws {
    let symbols = Self.scanner.scan(try picture("Café"))
    let symbol = try #require(symbols.first)
    #expect(symbols.count == 1 && symbol.text == "Café" && symbol.payload == "]C0Café")
    #expect(symbol.bytes == [0x43, 0x61, 0x66, 0xE9] && symbol.engine == "zbar")
  }

  @Test func `bytes that look like UTF-8 are Latin-1 all the same`() throws {
    #expect(Self.scanner.scan(try picture("Ã©")).map(\.text) == ["Ã©"])
  }

  @Test func `two labels that differ by FNC4 alone are two texts`() throws {
    var both = Picture(width: 300, height: 200)
    try both.draw("Cafi", as: .code128, x: 40, y: 10, module: 2, barHeight: 60)
    try both.draw(
      "Café", as: .code128, x: 40, y: 120, module: 2, barHeight: 60,
      options: EncodingOptions(allowsFNC4: true))
    #expect(Self.scanner.scan(both.image).map(\.text) == ["Cafi", "Café"])
  }

  @Test(arguments: 0..<4)
  func `any text of Latin-1 comes back, however the symbol is turned`(quarterTurns: Int) throws {
    for text in texts(25, seed: UInt64(quarterTurns)) {
      let image = try picture(text, module: 2 + quarterTurns % 2, quarterTurns: quarterTurns)
      #expect(Self.scanner.scan(image).map(\.payload) == ["]C0" + text])
    }
  }

  @Test(arguments: ScanEffort.allCases)
  func `damaged bars never give another text`(effort: ScanEffort) throws {
    let scanner = SymbolScanner(symbologies: [.code128], effort: effort)
    var random = RandomSource(seed: 9)
    var count = 0
    for text in texts(30, seed: 7) {
      var image = try picture(text)
      image.damage(&random)
      let read = scanner.scan(image).map(\.payload)
      #expect(read.allSatisfy { $0 == "]C0" + text })
      count += read.count
    }
    #expect(count > 20)
  }
}

extension GrayImage {
  /// A quarter turn clockwise.
  fileprivate var turnedRight: GrayImage {
    var turned = GrayImage(width: height, height: width)
    for y in 0..<turned.height {
      for x in 0..<turned.width {
        turned.pixels[y * turned.width + x] = pixels[(height - 1 - x) * width + y]
      }
    }
    return turned
  }

  /// Blots over some of the bars, in light that fades to one side.
  fileprivate mutating func damage(_ random: inout RandomSource) {
    for index in pixels.indices {
      pixels[index] = UInt8(Int(pixels[index]) * (2 * width - index % width) / (2 * width))
    }
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let (left, top) = (
        Int.random(in: 0..<width, using: &random), Int.random(in: 0..<height, using: &random)
      )
      let shade = UInt8.random(in: 0...255, using: &random)
      for y in top..<min(top + Int.random(in: 2...30, using: &random), height) {
        for x in left..<min(left + Int.random(in: 1...20, using: &random), width) {
          pixels[y * width + x] = shade
        }
      }
    }
  }
}
