/// The split of bytes into numeric, alphanumeric and byte segments that needs the fewest bits.
///
/// A dynamic programme over the mode of each byte (the rules of ISO/IEC 18004:2015, Annex J, are
/// an approximation of it). The length of a segment's header depends on the class of the
/// version, so there is one split for each class.
struct QRCodeSegmentation {
  enum Mode: Int, CaseIterable {
    case byte
    case alphanumeric
    case numeric
  }

  struct Segment: Equatable {
    let mode: Mode
    var range: Range<Int>
  }

  private(set) var segments: [Segment] = []
  /// Bits of all segments with their headers.
  let bits: Int

  /// Costs are counted in sixths of a bit: a digit takes 10/3, an alphanumeric character 11/2.
  private static let sixths = 6
  private static let unreachable = Int.max / 4

  init(_ bytes: [UInt8], versions: QRCodeVersions) {
    let modes = Mode.allCases
    // The cost of the bytes so far when the last is written in a mode.
    var costs = modes.map { versions.headerBits($0) * Self.sixths }
    var origins: [[Mode]] = []
    for (index, byte) in bytes.enumerated() {
      let cheapest = Self.cheapest(costs)
      let isFirst = index == 0
      var next: [Int] = [], origin: [Mode] = []
      for mode in modes {
        let stay = costs[mode.rawValue]
        let change =
          isFirst
          ? Self.unreachable
          : Self.wholeBits(costs[cheapest.rawValue]) + versions.headerBits(mode) * Self.sixths
        let cost = mode.holds(byte) ? min(stay, change) + mode.sixthsOfBit : Self.unreachable
        next.append(min(cost, Self.unreachable))
        origin.append(stay <= change ? mode : cheapest)
      }
      costs = next
      origins.append(origin)
    }
    let last = Self.cheapest(costs)
    bits = bytes.isEmpty ? 0 : Self.wholeBits(costs[last.rawValue]) / Self.sixths
    segments = Self.trace(origins, last: last)
  }

  /// The mode with the least cost in whole bits; of equals, the first.
  private static func cheapest(_ costs: [Int]) -> Mode {
    Mode.allCases.dropFirst().reduce(.byte) {
      wholeBits(costs[$1.rawValue]) < wholeBits(costs[$0.rawValue]) ? $1 : $0
    }
  }

  private static func wholeBits(_ cost: Int) -> Int { (cost + sixths - 1) / sixths * sixths }

  /// Follows the modes from the last byte to the first and joins equal neighbours.
  private static func trace(_ origins: [[Mode]], last: Mode) -> [Segment] {
    var segments: [Segment] = [], mode = last
    for index in origins.indices.reversed() {
      if let open = segments.last, open.mode == mode {
        segments[segments.count - 1].range = index..<open.range.upperBound
      } else {
        segments.append(Segment(mode: mode, range: index..<index + 1))
      }
      mode = origins[index][mode.rawValue]
    }
    return segments.reversed()
  }
}

extension QRCodeSegmentation.Mode {
  /// The alphanumeric characters (ISO/IEC 18004:2015, Table 5).
  private static let alphanumerics = Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)

  func holds(_ byte: UInt8) -> Bool {
    switch self {
    case .byte: true
    case .alphanumeric: Self.alphanumerics.contains(byte)
    case .numeric: byte.isDigit
    }
  }

  var sixthsOfBit: Int {
    switch self {
    case .byte: 48
    case .alphanumeric: 33
    case .numeric: 20
    }
  }
}
