/// The eight masks (ISO/IEC 18004:2015, 7.8.2, Table 10).
enum QRCodeMask {
  static let count = 8
  /// Rows after which all of them begin again.
  static let period = 12
  /// Words a row, enough for version 40.
  private static let stride = 3

  /// The rows of all masks, one after the other: true turns a module over.
  private static let rows: [UInt64] = (0..<count).flatMap { mask in
    (0..<period).flatMap { row in
      (0..<stride).map { word in
        (0..<64).reduce(0 as UInt64) { bits, bit in
          turnsOver(mask, row, word * 64 + bit) ? bits | 1 << UInt64(bit) : bits
        }
      }
    }
  }

  private static func turnsOver(_ mask: Int, _ i: Int, _ j: Int) -> Bool {
    switch mask {
    case 0: (i + j) % 2 == 0
    case 1: i % 2 == 0
    case 2: j % 3 == 0
    case 3: (i + j) % 3 == 0
    case 4: (i / 2 + j / 3) % 2 == 0
    case 5: i * j % 2 + i * j % 3 == 0
    case 6: (i * j % 2 + i * j % 3) % 2 == 0
    default: ((i + j) % 2 + i * j % 3) % 2 == 0
    }
  }

  /// Writes the masked modules, format information included, over a target.
  static func apply(
    _ mask: Int, to modules: UnsafePointer<UInt64>, _ template: QRCodeTemplate,
    _ level: EncodingOptions.ErrorCorrection, target: UnsafeMutablePointer<UInt64>
  ) {
    let stride = template.stride
    rows.withUnsafeBufferPointer { masks in
      template.area.withUnsafeBufferPointer { area in
        var pattern = mask * period * Self.stride, inPeriod = 0, place = 0
        for _ in 0..<template.size {
          for word in 0..<stride {
            target[place] = modules[place] ^ masks[pattern + word] & area[place]
            place += 1
          }
          (pattern, inPeriod) = (pattern + Self.stride, inPeriod + 1)
          if inPeriod == period { (pattern, inPeriod) = (pattern - period * Self.stride, 0) }
        }
      }
    }
    let bits = QRCodeFormat.bits(level, mask: mask)
    for (index, spot) in template.formatSpots.enumerated() where bits >> (index % 15) & 1 == 1 {
      target[Int(spot >> 6)] |= 1 << UInt64(spot & 63)
    }
  }
}
