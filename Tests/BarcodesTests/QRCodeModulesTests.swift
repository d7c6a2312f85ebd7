import CQRencode
import TestSupport
import Testing

@testable import Barcodes

/// The modules of QR Code, beside libqrencode's and a slow reading of the standard.
struct QRCodeModulesTests {
  private func rows(
    _ text: String, _ level: EncodingOptions.ErrorCorrection, _ options: QRCodeOptions
  ) throws -> [String] {
    try SymbolEncoder.encode(
      text, as: .qrCode, options: EncodingOptions(errorCorrection: level, qrCode: options)
    ).moduleRows
  }

  /// The segments that we write, for libqrencode to write.
  private func parts(_ text: String, version: Int) -> [QRencode.Part] {
    let bytes = Array(text.utf8), lengths = QRCodeVersion.all[version - 1].lengths
    let split = bytes.withUnsafeBufferPointer { QRCodeSegmentation($0, versions: lengths) }
    return split.segments.map { segment in
      let mode =
        switch segment.mode {
        case .byte: QR_MODE_8
        case .alphanumeric: QR_MODE_AN
        case .numeric: QR_MODE_NUM
        case .kanji: QR_MODE_KANJI
        }
      return QRencode.Part(mode: mode, bytes: Array(bytes[segment.range]))
    }
  }

  @Test(
    .enabled(if: QRencode.encodeMask != nil, "libqrencode takes no mask here"),
    arguments: 1...40)
  func `a version is libqrencode's module for module at every level and mask`(
    version: Int
  ) throws {
    var random = RandomSource(seed: UInt64(version))
    for level in EncodingOptions.ErrorCorrection.allCases {
      let words = QRCodeVersion.all[version - 1].dataWords(level)
      for mask in 0..<8 {
        let text = RandomText.mixed(1...max(1, words - 4), using: &random)
        let theirs = QRencode.rows(
          parts(text, version: version), version: version, level: level, mask: mask)
        let options = QRCodeOptions(version: version, mask: mask)
        let ours = try? rows(text, level, options)
        #expect(ours == theirs, "level \(level.rawValue), mask \(mask)")
      }
    }
  }

  @Test(.enabled(if: QRencode.encodeMask != nil, "libqrencode takes no mask here"))
  func `random texts in the smallest version are libqrencode's at the same mask`() throws {
    var random = RandomSource(seed: 3)
    for index in 0..<10_000 {
      let text = RandomText.mixed(1...100, using: &random)
      let level = EncodingOptions.ErrorCorrection.allCases.randomElement(using: &random)!
      let ours = try rows(text, level, QRCodeOptions(mask: index % 8))
      let version = (ours.count - 17) / 4
      let theirs = QRencode.rows(
        parts(text, version: version), version: version, level: level, mask: index % 8)
      #expect(ours == theirs)
    }
  }

  @Test(.enabled(if: QRencode.encodeMask != nil, "libqrencode takes no mask here"))
  func `an ECI and structured append are written as libqrencode writes them`() throws {
    let text = "Büro 12"
    let eci = QRencode.rows(
      parts(text, version: 2), version: 2, level: .medium, mask: 1, eci: 26)
    #expect(
      try rows(text, .medium, QRCodeOptions(version: 2, mask: 1, declaresUTF8: true)) == eci)

    let texts = ["first part, ", "second part"]
    let parity = texts.joined().utf8.reduce(0, ^)
    let theirs = QRencode.structured(
      texts.map { Array($0.utf8) }, parity: parity, version: 2, level: .low)
    let ours = try texts.indices.map { index in
      let place = QRCodeOptions.StructuredAppend(index: index, count: 2, parity: parity)
      return try (0..<8).map {
        try rows(texts[index], .low, QRCodeOptions(version: 2, mask: $0, structuredAppend: place))
      }
    }
    // Which mask is the library's choice.
    try #require(theirs.count == 2)
    for (their, ours) in zip(theirs, ours) { #expect(ours.contains(their)) }
  }

  @Test(arguments: [1, 2, 6, 7, 11, 12, 20, 27, 28, 40])
  func `the mask is the one of the least penalty`(version: Int) throws {
    var random = RandomSource(seed: 7)
    for _ in 0..<(version > 12 ? 1 : 4) {
      let text = RandomText.mixed(1...12, using: &random)
      let all = try (0..<8).map {
        try rows(text, .medium, QRCodeOptions(version: version, mask: $0))
      }
      let scores = all.map(QRCodePenaltySums.score)
      let best = scores.firstIndex(of: scores.min()!)!
      #expect(try rows(text, .medium, QRCodeOptions(version: version)) == all[best])
    }
  }

  @Test func `what QR Code doesn't have is refused`() {
    let wrong = [
      QRCodeOptions(version: 41), QRCodeOptions(version: 0), QRCodeOptions(mask: 8),
      QRCodeOptions(structuredAppend: .init(index: 0, count: 17, parity: 0)),
      QRCodeOptions(structuredAppend: .init(index: 2, count: 2, parity: 0)),
    ]
    for options in wrong {
      let fault = #expect(throws: EncodingFault.self) { try rows("a", .low, options) }
      #expect(fault?.code == "symbol.option")
    }
  }

  @Test func `a text that is too long for the version that is asked for is refused`() throws {
    let text = String(repeating: "a", count: 15)
    #expect(try rows(text, .medium, QRCodeOptions(version: 2)).count == 25)
    let fault = #expect(throws: EncodingFault.self) {
      try rows(text, .medium, QRCodeOptions(version: 1))
    }
    #expect(fault?.code == "symbol.too-long")
  }
}
