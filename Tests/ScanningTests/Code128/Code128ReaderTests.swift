import Barcodes
import TestSupport
import Testing

@testable import Scanning

struct Code128ReaderTests {
  /// Shades along a symbol's bars, each pixel the mean of what it sees.
  private func profile(
    of words: [UInt8], check: UInt8? = nil, module: Double = 2.6, growth: Double = 0
  ) -> [Float] {
    let check = check ?? Code128Patterns.checkCharacter(words)
    let widths =
      (words + [check]).flatMap { Code128Patterns.characters[Int($0)] } + Code128Patterns.stop
    var (edges, place) = ([Double](), 12 * module)
    for (index, width) in widths.enumerated() {
      edges.append(place + (index % 2 == 0 ? -growth : growth) * module / 2)
      place += Double(width) * module
    }
    edges.append(place + growth * module / 2)
    let fine = 16
    return (0..<Int(place + 12 * module)).map { pixel in
      let dark = (0..<fine).count { step in
        let spot = Double(pixel) + (Double(step) + 0.5) / Double(fine)
        return edges.prefix { $0 <= spot }.count % 2 == 1
      }
      return 220 - 190 * Float(dark) / Float(fine)
    }
  }

  private func read(_ profile: [Float], quietZone: Float = 5) -> Code128Reading? {
    var reader = Code128Reader(quietZone: quietZone)
    return profile.withUnsafeBufferPointer { reader.read($0) }
  }

  private let words: [UInt8] = [104, 35, 65, 70, 100, 73, 99, 12, 34, 102, 56]

  @Test(arguments: [1.5, 2, 2.6, 4, 7.3])
  func `modules of any width are read`(module: Double) {
    #expect(read(profile(of: words, module: module))?.words == words)
  }

  @Test(arguments: [-0.4, -0.2, 0.2, 0.4])
  func `bars that have grown or shrunk are read`(growth: Double) {
    #expect(read(profile(of: words, growth: growth))?.words == words)
  }

  @Test func `a symbol that is crossed from behind is read, and says so`() throws {
    let ahead = profile(of: words)
    let first = try #require(read(ahead)), second = try #require(read(ahead.reversed()))
    #expect(second.words == words && second.isReversed && !first.isReversed)
    #expect(abs(Float(ahead.count - 1) - second.far - first.near) < 0.01)
  }

  @Test func `every character is told from every other`() {
    var random = RandomSource(seed: 1)
    for start in UInt8(103)...105 {
      for _ in 0..<20 {
        let words = [start] + (0..<8).map { _ in UInt8.random(in: 0...102, using: &random) }
        #expect(read(profile(of: words))?.words == words)
      }
    }
  }

  @Test func `a wrong check character is refused`() {
    let check = Code128Patterns.checkCharacter(words)
    #expect(read(profile(of: words, check: check))?.words == words)
    for other in UInt8(0)...102 where other != check {
      #expect(read(profile(of: words, check: other)) == nil)
    }
  }

  @Test func `print where light should be is no quiet zone`() {
    var shades = profile(of: words)
    #expect(read(shades) != nil)
    for index in 20..<26 { shades[index] = 30 }
    #expect(read(shades) == nil)
    #expect(read(shades, quietZone: 0)?.words == words)
  }

  @Test func `noise holds no symbol`() {
    var random = RandomSource(seed: 2)
    for _ in 0..<200 {
      let noise = (0..<600).map { _ in Float.random(in: 0...255, using: &random) }
      #expect(read(noise) == nil)
    }
  }
}
