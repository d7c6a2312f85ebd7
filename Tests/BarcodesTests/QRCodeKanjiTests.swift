import CQRencode
import Glibc
import TestSupport
import Testing

@testable import Barcodes

/// How many random texts libqrencode and the readers get.
private let oracleTexts = 2_000

struct QRCodeKanjiTests {
  private static let options = EncodingOptions(qrCode: QRCodeOptions(allowsKanji: true))

  private func symbol(_ text: String, _ options: EncodingOptions = options) throws -> Symbol {
    try SymbolEncoder.encode(text, as: .qrCode, options: options)
  }

  /// Runs of kanji, kana and ASCII that Shift JIS has too.
  private static func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = RandomSource(seed: seed)
    let runs = ["0123456789", "ABC $%*+-./:09", "abcxyz?&=#", "倉庫棚資産番号漢字仮名橋", "かなカナー・", "熙凜瑤遙亜"]
      .map(Array.init)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...6, using: &random)).map { _ in
        let run = runs.randomElement(using: &random)!
        let length = Int.random(in: 1...12, using: &random)
        return String((0..<length).map { _ in run.randomElement(using: &random)! })
      }.joined()
    }
  }

  /// What the C library makes of a text in a character set; nil where it has no such character.
  private func converted(_ text: String, to charset: String) -> [UInt8]? {
    let converter = iconv_open(charset, "UTF-8")
    defer { iconv_close(converter) }
    var input = Array(text.utf8CString), output = Array(repeating: CChar(0), count: 8)
    return input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var source = input.baseAddress, target = output.baseAddress
        var left = input.count - 1, room = output.count
        guard iconv(converter, &source, &left, &target, &room) == 0 else { return nil }
        return output.prefix(output.count - room).map(UInt8.init(bitPattern:))
      }
    }
  }

  @Test func `the table holds what both forms of Shift JIS agree on, and nearly all of it`() {
    var count = 0
    for scalar in (UInt32(0x80)..<0xD800).compactMap(Unicode.Scalar.init) {
      let both = ["SHIFT_JIS", "CP932"].map { converted(String(scalar), to: $0) }
      guard let number = JISX0208.number(scalar) else { continue }
      count += 1
      // 7.4.6: from 0x8140 or 0xC140 on, 0xC0 places for each leading byte.
      let lead = UInt8(number / 0xC0), place = UInt8(number % 0xC0)
      let bytes = [lead + (lead < 0x1F ? 0x81 : 0xC1), place + 0x40]
      #expect(both == [bytes, bytes], "\(scalar)")
    }
    #expect(count == 6_780)
  }

  @Test(.enabled(if: QRencode.encodeMask != nil, "libqrencode takes no mask here"))
  func `kanji segments are libqrencode's module for module`() throws {
    var kanji = 0
    for (index, text) in Self.texts(oracleTexts, seed: 51).enumerated() {
      var options = Self.options
      options.errorCorrection = EncodingOptions.ErrorCorrection.allCases[index % 4]
      options.qrCode.mask = index % 8
      let ours = try symbol(text, options).moduleRows
      let version = (ours.count - 17) / 4
      let segments = try #require(parts(text, QRCodeVersion.all[version - 1].lengths))
      kanji += segments.contains { $0.mode == QR_MODE_KANJI } ? 1 : 0
      let theirs = QRencode.rows(
        segments, version: version, level: options.errorCorrection, mask: index % 8)
      #expect(ours == theirs, "\(text)")
    }
    #expect(kanji > oracleTexts / 2)
  }

  /// The segments that we write, with Shift JIS from the C library.
  private func parts(_ text: String, _ lengths: QRCodeVersions) -> [QRencode.Part]? {
    let utf8 = Array(text.utf8)
    return utf8.withUnsafeBufferPointer { bytes -> [QRencode.Part]? in
      let plain = QRCodeSegmentation(bytes, versions: lengths)
      let kanji = QRCodeKanjiText(bytes)
      let split = kanji.map { QRCodeSegmentation($0, versions: lengths) } ?? plain
      let isKanji = split.bits < plain.bits
      var rest = Substring(text)
      return (isKanji ? split : plain).segments.map { segment in
        let range = segment.range
        guard segment.mode == .kanji else {
          let modes: [QRCodeSegmentation.Mode: QRencodeMode] = [
            .byte: QR_MODE_8, .alphanumeric: QR_MODE_AN, .numeric: QR_MODE_NUM,
          ]
          if isKanji { rest = rest.dropFirst(range.count) }
          return .init(
            mode: modes[segment.mode] ?? QR_MODE_8,
            bytes: Array((isKanji ? kanji?.bytes ?? [] : utf8)[range]))
        }
        let characters = rest.prefix(range.count / 2)
        rest = rest.dropFirst(range.count / 2)
        return .init(
          mode: QR_MODE_KANJI,
          bytes: characters.flatMap { converted(String($0), to: "SHIFT_JIS") ?? [] })
      }
    }
  }

  @Test func `kanji mode makes a symbol smaller, and only where it is asked for`() throws {
    let text = "資産番号倉庫棚"
    #expect(try symbol(text).moduleRows.count == 21)
    #expect(try symbol(text, EncodingOptions()).moduleRows.count == 25)
    #expect(try symbol(text).data == text)
  }

  @Test(arguments: ["資産é", "資産\\", "資産~", "資産😀", "ﾊﾝｶｸ", "①②", "资产"])
  func `a text that Shift JIS hasn't stays UTF-8`(text: String) throws {
    #expect(try symbol(text) == symbol(text, EncodingOptions()))
  }

  @Test(.enabled(if: ZBarImage.program != nil, "zbarimg is not installed"))
  func `zbar reads the UTF-8 of a text in kanji mode`() throws {
    // zbar takes some short texts of UTF-8 for Shift JIS: those that stay UTF-8 are another matter.
    let texts = try Self.texts(oracleTexts / 2, seed: 52).filter {
      try symbol($0) != symbol($0, EncodingOptions())
    }
    let read = try ZBarImage.readLines(try texts.map { try symbol($0) })
    try #require(read.count == texts.count)
    let wrong = texts.indices.filter { read[$0] != texts[$0] }
    #expect(wrong.count == 0, "\(wrong.prefix(3).map { (texts[$0], read[$0]) })")
  }

  @Test(.enabled(if: ZXing.program != nil, "Python has no zxing-cpp"))
  func `zxing reads the text in kanji mode`() throws {
    let texts = Self.texts(oracleTexts, seed: 53)
    let read = try ZXing.read(try texts.map { try symbol($0) }, as: "QRCode")
    let wrong = texts.indices.filter { read[$0]?.text != texts[$0] }
    #expect(wrong.count == 0, "\(wrong.prefix(3).map { (texts[$0], read[$0]?.text) })")
  }
}
