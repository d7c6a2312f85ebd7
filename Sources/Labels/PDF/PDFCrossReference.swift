/// Where each object of a PDF is (ISO 32000-1, 7.5.8): seven bytes an object, as the file has them.
struct PDFCrossReference {
  /// Bytes of an entry: its kind, an offset or the number of an object stream, an index in that.
  static let widths = [1, 5, 1]
  static let entrySize = 7
  /// Entries are kept in pieces, so that growing copies none.
  private static let entriesPerChunk = 8192
  private var chunks: [[UInt8]] = []
  private(set) var count = 0

  /// Object 0 heads the list of free objects, of which there are none.
  init() { _ = reserve() }

  /// The next object, whose place is told later.
  mutating func reserve() -> PDFObjectNumber {
    if count % Self.entriesPerChunk == 0 {
      chunks.append(Array(repeating: 0, count: Self.entriesPerChunk * Self.entrySize))
    }
    count += 1
    return PDFObjectNumber(value: count - 1)
  }

  /// An object that begins at an offset of the file.
  mutating func place(_ object: PDFObjectNumber, offset: Int) {
    set(object, kind: 1, offset, index: 0)
  }

  /// An object in an object stream.
  mutating func place(_ object: PDFObjectNumber, in stream: PDFObjectNumber, index: Int) {
    set(object, kind: 2, stream.value, index: index)
  }

  private mutating func set(_ object: PDFObjectNumber, kind: UInt8, _ place: Int, index: Int) {
    let (chunk, entry) = object.value.quotientAndRemainder(dividingBy: Self.entriesPerChunk)
    let start = entry * Self.entrySize
    chunks[chunk][start] = kind
    for byte in 0..<5 {
      chunks[chunk][start + 1 + byte] = UInt8(truncatingIfNeeded: place >> (8 * (4 - byte)))
    }
    chunks[chunk][start + 6] = UInt8(index)
  }

  /// All entries, each as what differs from the one before (PNG's filter Up, which stands before
  /// each): that compresses to a fraction.
  func predicted() -> [UInt8] {
    let size = Self.entrySize
    var predicted: [UInt8] = []
    predicted.reserveCapacity(count * (size + 1))
    var above = [UInt8](repeating: 0, count: size)
    for index in 0..<count {
      let (chunk, entry) = index.quotientAndRemainder(dividingBy: Self.entriesPerChunk)
      predicted.append(2)
      for byte in 0..<size {
        let value = chunks[chunk][entry * size + byte]
        predicted.append(value &- above[byte])
        above[byte] = value
      }
    }
    return predicted
  }
}
