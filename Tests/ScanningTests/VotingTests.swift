import Barcodes
import Imaging
import Testing

@testable import Scanning

/// Who counts as a second witness of an EAN that few lines carried.
struct VotingTests {
  private let native = Rendering(name: "native", image: GrayImage(width: 9, height: 9))

  private func reading(
    _ rendering: Rendering, by engine: String = "zbar", _ digits: String = "4006381333931"
  ) throws -> Reading {
    let symbol = ZBarSymbol(kind: .ean13, bytes: Array(digits.utf8))
    let corners = [(0, 0), (90, 0), (90, 40), (0, 40)].map { PixelPoint(x: $0.0, y: $0.1) }
    let outline = SymbolOutline(corners: corners, quarterTurns: 0, quality: 10)
    return Reading(try #require(SymbolContent(symbol)), outline, in: rendering, engine: engine)
  }

  private func isAccepted(_ readings: [Reading]) throws -> Bool {
    var candidates = Candidates()
    for reading in readings { candidates.add([reading]) }
    #expect(candidates.all.count == 1)
    return Trust.accepts(try #require(candidates.all.first), among: candidates.all)
  }

  @Test func `the same decoder in the same pixels is one witness, in however many passes`() throws {
    let coarse = native.seen(as: "native-coarse")
    #expect(try !isAccepted([reading(native)]))
    #expect(try !isAccepted([reading(coarse), reading(native)]))
    #expect(try reading(coarse).pass == "native-coarse")
  }

  @Test func `another rendering is another witness`() throws {
    let dark = native.seen(as: "dark-2") { $0.darkened(gamma: 2) }
    #expect(try isAccepted([reading(native), reading(dark)]))
    #expect(try isAccepted([reading(native), reading(dark.seen(as: "other"))]))
  }

  @Test(arguments: ["zbar", LineReaders.engine])
  func `a book is an ISBN where that is asked for, whichever engine reads it`(
    engine: String
  ) throws {
    for (namesBooks, symbology) in [(true, Symbology.isbn), (false, .ean13)] {
      var candidates = Candidates(namesBooks: namesBooks)
      candidates.add([try reading(native, by: engine, "9780306406157")])
      #expect(candidates.all.map(\.content.symbology) == [symbology])
    }
  }
}
