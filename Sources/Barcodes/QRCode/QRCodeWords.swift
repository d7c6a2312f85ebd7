/// The words of a symbol: segments as bits, padding, and the check words of interleaved blocks.
struct QRCodeWords {
  let version: QRCodeVersion
  let level: EncodingOptions.ErrorCorrection

  /// Table A.1: x⁸ + x⁴ + x³ + x² + 1.
  private static let field = GaloisField(polynomial: 0x11D)
  /// By the number of check words, up to the 30 of Table 9.
  private static let codes = (0...30).map {
    ReedSolomon(field: field, checkWords: $0, firstRoot: 0)
  }

  /// Writes the data words (ISO/IEC 18004:2015, 7.4); the segments must fit.
  func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ segments: [QRCodeSegmentation.Segment],
    _ options: QRCodeOptions, to data: UnsafeMutablePointer<UInt8>
  ) {
    let count = version.dataWords(level)
    var bits = BitWriter(target: data)
    options.write(to: &bits)
    for segment in segments { write(segment, bytes, &bits) }
    // The terminator, as far as there is room, and zeros up to the next word (7.4.9, 7.4.10).
    bits.append(0, count: min(4, count * 8 - bits.count))
    bits.append(0, count: (8 - bits.count % 8) % 8)
    var pad: UInt8 = 0xEC
    for place in bits.count / 8..<count {
      data[place] = pad
      pad ^= 0xEC ^ 0x11
    }
  }

  private func write(
    _ segment: QRCodeSegmentation.Segment, _ bytes: UnsafeBufferPointer<UInt8>,
    _ bits: inout BitWriter
  ) {
    let range = segment.range
    bits.append(segment.mode.indicator, count: 4)
    let characters = segment.mode == .kanji ? range.count / 2 : range.count
    bits.append(characters, count: version.lengths.headerBits(segment.mode) - 4)
    switch segment.mode {
    case .byte: for index in range { bits.append(Int(bytes[index]), count: 8) }
    case .alphanumeric: writeAlphanumeric(bytes, range, &bits)
    case .numeric: writeDigits(bytes, range, &bits)
    case .kanji:
      for index in stride(from: range.lowerBound, to: range.upperBound, by: 2) {
        bits.append(Int(bytes[index]) << 8 | Int(bytes[index + 1]), count: 13)
      }
    }
  }

  /// Two characters in eleven bits (7.4.4).
  private func writeAlphanumeric(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ bits: inout BitWriter
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let value = QRCodeSegmentation.alphanumericValue(bytes[index])
      if index + 1 < range.upperBound {
        bits.append(value * 45 + QRCodeSegmentation.alphanumericValue(bytes[index + 1]), count: 11)
      } else {
        bits.append(value, count: 6)
      }
      index += 2
    }
  }

  /// Three digits in ten bits (7.4.3).
  private func writeDigits(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ bits: inout BitWriter
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = min(index + 3, range.upperBound)
      var value = 0
      for place in index..<end { value = value * 10 + Int(bytes[place]) - 0x30 }
      bits.append(value, count: [4, 7, 10][end - index - 1])
      index = end
    }
  }

  /// Blocks take turns word by word, first with their data, then with their check words (7.6);
  /// the last ones may be a data word longer.
  func interleave(
    _ data: UnsafePointer<UInt8>, to words: UnsafeMutablePointer<UInt8>,
    checks: UnsafeMutablePointer<UInt8>
  ) {
    let blocks = version.blocks(level), dataWords = version.dataWords(level)
    let (short, longer) = dataWords.quotientAndRemainder(dividingBy: blocks)
    let code = Self.codes[version.checkWords(level)]
    var start = 0
    for block in 0..<blocks {
      let isLong = block >= blocks - longer
      for index in 0..<short { words[index * blocks + block] = data[start + index] }
      if isLong { words[short * blocks + block - (blocks - longer)] = data[start + short] }
      let count = short + (isLong ? 1 : 0)
      code.remainder(of: data + start, count: count, step: 1, into: checks)
      for index in 0..<code.checkWords { words[dataWords + index * blocks + block] = checks[index] }
      start += count
    }
  }
}

/// Writes bits into bytes, the highest first.
struct BitWriter {
  private let target: UnsafeMutablePointer<UInt8>
  private var pending: UInt64 = 0
  private(set) var count = 0

  init(target: UnsafeMutablePointer<UInt8>) { self.target = target }

  /// Appends the lowest bits of a value, 32 at most.
  mutating func append(_ value: Int, count bits: Int) {
    var open = count % 8 + bits, place = count / 8
    pending = pending << UInt64(bits) | UInt64(value)
    while open >= 8 {
      open -= 8
      target[place] = UInt8(truncatingIfNeeded: pending >> UInt64(open))
      place += 1
    }
    count += bits
  }
}

extension QRCodeSegmentation.Mode {
  /// Table 2.
  var indicator: Int {
    switch self {
    case .numeric: 1
    case .alphanumeric: 2
    case .byte: 4
    case .kanji: 8
    }
  }
}
