/// The split of bytes into numeric, alphanumeric and byte segments that needs the fewest bits, with
/// kanji segments where a text has kanji.
///
/// A dynamic programme over the mode of each byte (the rules of ISO/IEC 18004:2015, Annex J, are
/// an approximation of it). The length of a segment's header depends on the class of the
/// version, so there is one split for each class.
struct QRCodeSegmentation {
  enum Mode: Int, CaseIterable {
    case byte
    case alphanumeric
    case numeric
    case kanji
  }

  struct Segment: Equatable {
    let mode: Mode
    var range: Range<Int>
  }

  private(set) var segments: [Segment] = []
  /// Bits of all segments with their headers.
  private(set) var bits = 0

  /// The split of a text with kanji.
  ///
  /// Kanji are written in kanji mode alone, and nothing else is, so what stands between them is split by
  /// itself.
  init(_ text: QRCodeKanjiText, versions: QRCodeVersions) {
    text.bytes.withUnsafeBufferPointer { bytes in
      for run in text.runs {
        guard !run.isKanji else {
          segments.append(Segment(mode: .kanji, range: run.range))
          bits += versions.headerBits(.kanji) + run.range.count / 2 * 13
          continue
        }
        let part = Self(UnsafeBufferPointer(rebasing: bytes[run.range]), versions: versions)
        bits += part.bits
        segments += part.segments.map {
          let start = run.range.lowerBound
          return Segment(
            mode: $0.mode, range: start + $0.range.lowerBound..<start + $0.range.upperBound)
        }
      }
    }
  }

  /// Costs are counted in sixths of a bit: a digit takes 10/3, an alphanumeric character 11/2.
  fileprivate static let sixths = 6
  private static let unreachable = Int.max / 4

  /// The costs of the bytes so far when the last is written in a mode.
  private struct Costs {
    var byte: Int
    var alphanumeric: Int
    var numeric: Int

    /// The mode with the least cost in whole bits, and that cost; of equals, the first.
    @inline(__always)
    var cheapest: (mode: Mode, cost: Int) {
      var cheapest = (mode: Mode.byte, cost: wholeBits(byte))
      let second = wholeBits(alphanumeric), third = wholeBits(numeric)
      if second < cheapest.cost { cheapest = (.alphanumeric, second) }
      if third < cheapest.cost { cheapest = (.numeric, third) }
      return cheapest
    }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, versions: QRCodeVersions) {
    guard !bytes.isEmpty else { return }
    // Two bits for the mode before each mode of a byte.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { origins in
      let last = fill(origins, bytes, versions)
      trace(origins, last: last)
    }
  }

  /// Finds the cheapest mode of the last byte, and from which mode each one came.
  private mutating func fill(
    _ origins: UnsafeMutableBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>,
    _ versions: QRCodeVersions
  ) -> Mode {
    let headers = Costs(
      byte: versions.headerBits(.byte) * Self.sixths,
      alphanumeric: versions.headerBits(.alphanumeric) * Self.sixths,
      numeric: versions.headerBits(.numeric) * Self.sixths)
    var costs = headers
    Self.classes.withUnsafeBufferPointer { classes in
      for (index, byte) in bytes.enumerated() {
        let (cheapest, whole) = costs.cheapest
        let change = index == 0 ? Self.unreachable : whole
        var origin: UInt8 = 0
        let kind = classes[Int(byte)]
        origin |= Self.step(&costs.byte, .byte, change + headers.byte, cheapest, true)
        origin |= Self.step(
          &costs.alphanumeric, .alphanumeric, change + headers.alphanumeric, cheapest,
          kind != Self.isOther)
        origin |= Self.step(
          &costs.numeric, .numeric, change + headers.numeric, cheapest, kind < 10)
        origins[index] = origin
      }
    }
    let (last, cost) = costs.cheapest
    bits = cost / Self.sixths
    return last
  }

  /// Writes one more byte in a mode, which goes on or begins here.
  @inline(__always)
  private static func step(
    _ cost: inout Int, _ mode: Mode, _ change: Int, _ cheapest: Mode, _ holds: Bool
  ) -> UInt8 {
    let stays = cost <= change
    cost = holds ? (stays ? cost : change) + mode.sixthsOfBit : unreachable
    return UInt8((stays ? mode : cheapest).rawValue) &<< UInt8(2 * mode.rawValue)
  }

  /// Follows the modes from the last byte to the first and joins equal neighbours.
  private mutating func trace(_ origins: UnsafeMutableBufferPointer<UInt8>, last: Mode) {
    var mode = last, end = origins.count
    for index in origins.indices.reversed() {
      let origin = Mode(rawValue: Int(origins[index] &>> UInt8(2 * mode.rawValue) & 3)) ?? mode
      if origin != mode || index == 0 {
        segments.append(Segment(mode: mode, range: index..<end))
        end = index
      }
      mode = origin
    }
    segments.reverse()
  }
}

extension QRCodeSegmentation {
  private static let isOther: UInt8 = 255

  /// The value of each alphanumeric character (ISO/IEC 18004:2015, Table 5), digits first.
  private static let classes: [UInt8] = {
    var classes = Array(repeating: isOther, count: 256)
    for (value, byte) in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8.enumerated() {
      classes[Int(byte)] = UInt8(value)
    }
    return classes
  }()

  /// The value of a byte of an alphanumeric segment.
  static func alphanumericValue(_ byte: UInt8) -> Int { Int(classes[Int(byte)]) }

  static func areDigits(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { classes[Int($0)] < 10 }
  }

  static func areAlphanumeric(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { classes[Int($0)] != isOther }
  }

  /// Whole bits in sixths.
  @inline(__always)
  fileprivate static func wholeBits(_ cost: Int) -> Int { (cost + sixths - 1) / sixths * sixths }
}

@inline(__always)
private func wholeBits(_ cost: Int) -> Int { QRCodeSegmentation.wholeBits(cost) }

extension QRCodeSegmentation.Mode {
  @inline(__always)
  var sixthsOfBit: Int {
    switch self {
    case .byte: 48
    case .alphanumeric: 33
    case .numeric: 20
    case .kanji: 78
    }
  }
}
