import TestSupport
import Testing

@testable import Labels

/// The table of where objects are, encoded while it grows.
struct PDFCrossReferenceTests {
  /// The table's rows, its predictor (PNG's filter Up) undone.
  private func rows(_ places: PDFCrossReference) -> [[UInt8]] {
    var bytes: [UInt8] = []
    places.forEachPredicted { bytes += $0 }
    var above = [UInt8](repeating: 0, count: 7)
    return stride(from: 0, to: bytes.count, by: 8).map { start in
      #expect(bytes[start] == 2)
      above = zip(above, bytes[(start + 1)..<(start + 8)]).map { $0 &+ $1 }
      return above
    }
  }

  private func row(_ place: PDFObjectPlace) -> [UInt8] {
    var bytes: [UInt8] = []
    place.appendEntry(to: &bytes)
    return bytes
  }

  @Test func `places come back in the order of the objects, whenever they were told`() {
    var random = RandomSource(seed: 4)
    var places = PDFCrossReference()
    var told: [PDFObjectPlace] = [.unknown]
    var untold: [PDFObjectNumber] = []
    for number in 1...40_000 {
      let object = places.reserve()
      #expect(object.value == number)
      told.append(.unknown)
      untold.append(object)
      // Most are told at once; some of the others when many more are there.
      guard number % 97 != 0, number % 5000 != 0 else { continue }
      let next = number % 101 == 0 ? untold.removeFirst() : untold.removeLast()
      let place: PDFObjectPlace =
        Bool.random(using: &random)
        ? .file(offset: Int.random(in: 0..<1 << 40, using: &random))
        : .packed(
          in: PDFObjectNumber(value: Int.random(in: 1..<1 << 32, using: &random)),
          index: Int.random(in: 0..<200, using: &random))
      places.place(next, at: place)
      told[next.value] = place
    }
    #expect(places.count == 40_001 && rows(places) == told.map(row))
  }

  @Test func `a million pages take less than four megabytes`() {
    var places = PDFCrossReference()
    var (packed, offset): ([PDFObjectNumber], Int) = ([], 15)
    for _ in 0..<1_000_000 {
      let (page, stream) = (places.reserve(), places.reserve())
      places.place(stream, at: .file(offset: offset))
      offset += 1500
      packed.append(page)
      guard packed.count == 200 else { continue }
      let holder = places.reserve()
      for (index, page) in packed.enumerated() {
        places.place(page, at: .packed(in: holder, index: index))
      }
      packed = []
    }
    #expect(places.encodedSize < 4_000_000)
  }

  @Test func `an entry is a byte of kind, five of a place, one of an index`() {
    #expect(row(.unknown) == [0, 0, 0, 0, 0, 0, 0])
    #expect(row(.file(offset: 0x01_0203_0405)) == [1, 1, 2, 3, 4, 5, 0])
    #expect(
      row(.packed(in: PDFObjectNumber(value: 0x1_0002), index: 199)) == [2, 0, 0, 1, 0, 2, 199])
  }
}
