import Synchronization

/// What all symbols of a version share: function patterns, and the way of the data bits.
///
/// Modules are bits of 64-bit words, the first column the lowest bit, `stride` words a row.
final class QRCodeTemplate: Sendable {
  let size: Int
  let stride: Int
  /// Dark modules of finder, separator, timing and alignment patterns and of the version
  /// information; format information is light.
  let dark: [UInt64]
  /// Modules that hold data, the only ones that masks turn over.
  let area: [UInt64]
  /// For each bit of the words in order the place of its module: 64 times the word, plus the bit.
  let order: [UInt16]
  /// The places of the fifteen bits of format information, twice.
  let formatSpots: [UInt16]

  private static let made = Mutex<[Int: QRCodeTemplate]>([:])

  /// The template of a version, made when first asked for.
  static func of(_ version: QRCodeVersion) -> QRCodeTemplate {
    made.withLock { made in
      if let template = made[version.number] { return template }
      let template = QRCodeTemplate(version)
      made[version.number] = template
      return template
    }
  }

  private init(_ version: QRCodeVersion) {
    var drawing = QRCodePatterns(version)
    drawing.draw()
    (size, stride) = (version.size, drawing.stride)
    (dark, area) = (drawing.dark, drawing.area)
    let stride = drawing.stride
    formatSpots = QRCodeFormat.spots(size: version.size).map {
      UInt16(($0.row * stride + $0.column / 64) * 64 + $0.column % 64)
    }
    order = Self.order(size: version.size, stride: drawing.stride, area: drawing.area)
  }

  /// Up and down in columns of two, from the right; the timing pattern's column is stepped over
  /// (7.7.3).
  private static func order(size: Int, stride: Int, area: [UInt64]) -> [UInt16] {
    var order: [UInt16] = [], isUpward = true
    for pair in Swift.stride(from: size - 1, through: 1, by: -2) {
      let right = pair <= 6 ? pair - 1 : pair
      for step in 0..<size {
        let row = isUpward ? size - 1 - step : step
        for column in [right, right - 1] {
          let word = row * stride + column / 64, bit = column % 64
          if area[word] >> UInt64(bit) & 1 == 1 { order.append(UInt16(word * 64 + bit)) }
        }
      }
      isUpward.toggle()
    }
    return order
  }
}

/// Draws the function patterns of a version (ISO/IEC 18004:2015, 6.3).
private struct QRCodePatterns {
  let version: QRCodeVersion
  let stride: Int
  private(set) var dark: [UInt64]
  private(set) var area: [UInt64]
  private var size: Int { version.size }

  init(_ version: QRCodeVersion) {
    self.version = version
    stride = (version.size + 63) / 64
    dark = Array(repeating: 0, count: version.size * stride)
    area = dark
    for row in 0..<size {
      for column in 0..<size { area[row * stride + column / 64] |= 1 << UInt64(column % 64) }
    }
  }

  mutating func draw() {
    for index in 0..<size {
      set(column: index, row: 6, index.isMultiple(of: 2))
      set(column: 6, row: index, index.isMultiple(of: 2))
    }
    for (column, row) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawFinder(column, row) }
    drawAlignment()
    reserveFormat()
    if version.number >= 7 { drawVersion() }
  }

  private mutating func set(column: Int, row: Int, _ isDark: Bool) {
    let word = row * stride + column / 64, bit = UInt64(1) << UInt64(column % 64)
    area[word] &= ~bit
    dark[word] = isDark ? dark[word] | bit : dark[word] & ~bit
  }

  /// Squares around a middle: dark, light at 2, dark at 3, and the separator at 4.
  private mutating func drawFinder(_ column: Int, _ row: Int) {
    for y in max(0, row - 4)...min(size - 1, row + 4) {
      for x in max(0, column - 4)...min(size - 1, column + 4) {
        let distance = max(abs(x - column), abs(y - row))
        set(column: x, row: y, distance != 2 && distance != 4)
      }
    }
  }

  private mutating func drawAlignment() {
    let middles = version.alignment
    guard let last = middles.last else { return }
    for row in middles {
      for column in middles {
        // Not where the finder patterns are.
        if (row, column) == (6, 6) || (row, column) == (6, last) || (row, column) == (last, 6) {
          continue
        }
        for y in -2...2 {
          for x in -2...2 { set(column: column + x, row: row + y, max(abs(x), abs(y)) != 1) }
        }
      }
    }
  }

  private mutating func reserveFormat() {
    for spot in QRCodeFormat.spots(size: size) { set(column: spot.column, row: spot.row, false) }
    set(column: 8, row: size - 8, true)
  }

  /// Eighteen bits, twice (7.10): six of the version, twelve of its Golay code.
  private mutating func drawVersion() {
    let bits = QRCodeFormat.coded(version.number, checkBits: 12, generator: 0x1F25)
    for index in 0..<18 {
      let isDark = bits >> index & 1 == 1
      let (far, near) = (size - 11 + index % 3, index / 3)
      set(column: far, row: near, isDark)
      set(column: near, row: far, isDark)
    }
  }
}
