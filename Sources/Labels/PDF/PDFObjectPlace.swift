/// Where an object of a PDF is.
enum PDFObjectPlace: Equatable {
  /// Not told yet; at the end, that there is no such object.
  case unknown
  /// An object that begins at an offset of the file.
  case file(offset: Int)
  /// An object in an object stream.
  case packed(in: PDFObjectNumber, index: Int)

  /// Appends the entry of a cross reference's table (ISO 32000-1, 7.5.8): a byte of kind, five of
  /// an offset or the number of a stream, one of an index.
  func appendEntry(to bytes: inout [UInt8]) {
    let (kind, place, index) =
      switch self {
      case .unknown: (0, 0, 0)
      case .file(let offset): (1, offset, 0)
      case .packed(let stream, let index): (2, stream.value, index)
      }
    bytes.append(UInt8(kind))
    for shift in stride(from: 32, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: place >> shift))
    }
    bytes.append(UInt8(index))
  }

  /// Bytes of an entry and of its parts.
  static let (entrySize, entryWidths): (Int, StaticString) = (7, "[1 5 1]")
}

/// Writes places one after the other as what differs from the ones before: mostly one byte for a
/// packed object, and two or three for another.
struct PDFPlaceEncoder {
  private var last = PDFLastPlaces()
  private(set) var bytes: [UInt8] = []

  mutating func add(_ place: PDFObjectPlace) {
    switch place {
    case .unknown: append(PDFLastPlaces.unknown)
    case .packed(let stream, let index):
      if place == last.nextPacked {
        append(PDFLastPlaces.next)
      } else {
        append(PDFLastPlaces.elsewhere)
        append(UInt64(stream.value))
        append(UInt64(index))
      }
    case .file(let offset):
      let way = offset - last.offset
      // A sign as the last bit, so that short ways back are short too.
      let folded = UInt64(bitPattern: Int64(way << 1 ^ way >> 63))
      append(folded + PDFLastPlaces.firstWay)
    }
    last.note(place)
  }

  /// Seven bits a byte, the lowest first; the eighth says that more follow.
  private mutating func append(_ number: UInt64) {
    var left = number
    while left > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: left) | 0x80)
      left >>= 7
    }
    bytes.append(UInt8(left))
  }
}

/// Reads back what an encoder has written.
struct PDFPlaceDecoder {
  private var last = PDFLastPlaces()
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  /// The next place; nil at the end.
  mutating func next() -> PDFObjectPlace? {
    guard !bytes.isEmpty else { return nil }
    let place: PDFObjectPlace
    switch number() {
    case PDFLastPlaces.unknown: place = .unknown
    case PDFLastPlaces.next: place = last.nextPacked
    case PDFLastPlaces.elsewhere:
      place = .packed(in: PDFObjectNumber(value: Int(number())), index: Int(number()))
    case let code:
      let folded = Int64(bitPattern: code - PDFLastPlaces.firstWay)
      place = .file(offset: last.offset + Int(folded >> 1 ^ -(folded & 1)))
    }
    last.note(place)
    return place
  }

  private mutating func number() -> UInt64 {
    var (number, shift) = (0 as UInt64, 0 as UInt64)
    while let byte = bytes.popFirst() {
      number |= UInt64(byte & 0x7F) << shift
      guard byte & 0x80 != 0 else { break }
      shift += 7
    }
    return number
  }
}

/// What the next place is told beside.
private struct PDFLastPlaces {
  static let (unknown, next, elsewhere): (UInt64, UInt64, UInt64) = (0, 1, 2)
  /// From here on, numbers are ways from the last offset.
  static let firstWay: UInt64 = 3

  var offset = 0
  private var stream = PDFObjectNumber(value: 0)
  private var index = 0

  /// The place behind the object that was packed last.
  var nextPacked: PDFObjectPlace { .packed(in: stream, index: index + 1) }

  mutating func note(_ place: PDFObjectPlace) {
    switch place {
    case .unknown: break
    case .file(let offset): self.offset = offset
    case .packed(let stream, let index): (self.stream, self.index) = (stream, index)
    }
  }
}
