/// Where each object of a PDF is (ISO 32000-1, 7.5.8), for a million pages in a few megabytes.
///
/// Places of the last objects are kept as they are. Most places are told soon; so those before are
/// encoded, and what is told of them later is kept apart.
struct PDFCrossReference {
  /// Objects that are encoded together.
  private static let pieceSize = 4096
  private var pieces: [[UInt8]] = []
  /// Of the objects behind the pieces.
  private var open: [PDFObjectPlace] = []
  /// Of objects in the pieces: such as branches of the tree of pages.
  private var late: [PDFObjectNumber: PDFObjectPlace] = [:]

  private var firstOpen: Int { pieces.count * Self.pieceSize }
  var count: Int { firstOpen + open.count }

  /// Bytes that the pieces take.
  var encodedSize: Int { pieces.reduce(0) { $0 + $1.count } }

  /// Object 0 heads the list of free objects, of which there are none.
  init() { _ = reserve() }

  /// The next object, whose place is told later.
  mutating func reserve() -> PDFObjectNumber {
    if open.count == 2 * Self.pieceSize { encodePiece() }
    open.append(.unknown)
    return PDFObjectNumber(value: count - 1)
  }

  /// Tells where an object is.
  mutating func place(_ object: PDFObjectNumber, at place: PDFObjectPlace) {
    if object.value < firstOpen {
      late[object] = place
    } else {
      open[object.value - firstOpen] = place
    }
  }

  private mutating func encodePiece() {
    var encoder = PDFPlaceEncoder()
    for place in open[..<Self.pieceSize] { encoder.add(place) }
    // As large as it must be: an array that grew has room for as much again.
    pieces.append(encoder.bytes.withUnsafeBufferPointer(Array.init))
    open.removeFirst(Self.pieceSize)
  }

  /// All entries in pieces, each entry as what differs from the one before (PNG's filter Up, which
  /// stands before each): that compresses to a fraction.
  func forEachPredicted<Failure: Error>(
    _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var above = [UInt8](repeating: 0, count: PDFObjectPlace.entrySize)
    for (index, piece) in pieces.enumerated() {
      try body(predicted(places(of: piece, from: index * Self.pieceSize), &above))
    }
    try body(predicted(open, &above))
  }

  private func places(of piece: [UInt8], from first: Int) -> [PDFObjectPlace] {
    var decoder = PDFPlaceDecoder(piece)
    var places: [PDFObjectPlace] = []
    places.reserveCapacity(Self.pieceSize)
    while let place = decoder.next() {
      places.append(late[PDFObjectNumber(value: first + places.count)] ?? place)
    }
    return places
  }

  private func predicted(_ places: [PDFObjectPlace], _ above: inout [UInt8]) -> [UInt8] {
    var predicted: [UInt8] = []
    predicted.reserveCapacity(places.count * (PDFObjectPlace.entrySize + 1))
    var entry: [UInt8] = []
    for place in places {
      entry.removeAll(keepingCapacity: true)
      place.appendEntry(to: &entry)
      predicted.append(2)
      for (byte, other) in zip(entry, above) { predicted.append(byte &- other) }
      swap(&entry, &above)
    }
    return predicted
  }
}
