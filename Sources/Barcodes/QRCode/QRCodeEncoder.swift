import Diagnostics

/// Writes QR Code (ISO/IEC 18004:2015) in the smallest version that fits.
///
/// Text beyond ASCII is written as UTF-8 without an ECI, unless that is asked for: it is what
/// phones expect, and what the standard's Latin-1 would garble. Module for module it writes what
/// libqrencode writes of the same segments at the same version, level and mask.
enum QRCodeEncoder {
  @Sendable
  static func encode(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    guard !text.isEmpty else { throw .empty(.qrCode) }
    try options.qrCode.check()
    var text = text
    text.makeContiguousUTF8()
    // The closure can't throw a typed error, so it hands it out.
    let result = text.utf8.withContiguousStorageIfAvailable { bytes in
      Result { () throws(EncodingFault) in try modules(bytes, options) }
    }
    guard let result else { preconditionFailure("a native string's UTF-8 is contiguous") }
    return Symbol(symbology: .qrCode, text: text, modules: .matrix(try result.get()))
  }

  private static func modules(
    _ bytes: UnsafeBufferPointer<UInt8>, _ options: EncodingOptions
  ) throws(EncodingFault) -> ModuleMatrix {
    let level = options.errorCorrection
    let kanji = options.qrCode.looksForKanji ? QRCodeKanjiText(bytes) : nil
    let (segments, version) = try fit(bytes, kanji, options)
    let words = QRCodeWords(version: version, level: level)
    let symbol = QRCodeSymbol(version: version, level: level, mask: options.qrCode.mask)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * version.words + 32) {
      // An empty buffer has no address; no version is empty.
      guard let data = $0.baseAddress else { preconditionFailure("no memory for words") }
      let all = data + version.words
      if let kanji, segments.contains(where: { $0.mode == .kanji }) {
        kanji.bytes.withUnsafeBufferPointer { words.write($0, segments, options.qrCode, to: data) }
      } else {
        words.write(bytes, segments, options.qrCode, to: data)
      }
      words.interleave(data, to: all, checks: all + version.words)
      return symbol.modules(all)
    }
  }

  /// The shortest segments, and the version that is asked for or the smallest that holds them.
  private static func fit(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kanji: QRCodeKanjiText?, _ options: EncodingOptions
  ) throws(EncodingFault) -> ([QRCodeSegmentation.Segment], QRCodeVersion) {
    let level = options.errorCorrection, header = options.qrCode.headerBits
    let largest = options.qrCode.version ?? 40, smallest = options.qrCode.version ?? 1
    // No text of more bytes than the largest version has digits can fit: say so at once.
    if bytes.count <= QRCodeVersions.capacity(.numeric, level) {
      for versions in QRCodeVersions.allCases {
        let segmentation = shortest(bytes, kanji, versions)
        let bits = segmentation.bits + header
        let version = QRCodeVersion.all[smallest - 1..<largest].first {
          $0.lengths == versions && bits <= 8 * $0.dataWords(level)
        }
        if let version { return (segmentation.segments, version) }
      }
    }
    throw tooLong(bytes.count, options)
  }

  /// The shortest segments of one class of versions, with kanji mode or without.
  private static func shortest(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kanji: QRCodeKanjiText?, _ versions: QRCodeVersions
  ) -> QRCodeSegmentation {
    let plain = QRCodeSegmentation(bytes, versions: versions)
    guard let kanji else { return plain }
    let short = QRCodeSegmentation(kanji, versions: versions)
    return short.bits < plain.bits ? short : plain
  }

  private static func tooLong(_ count: Int, _ options: EncodingOptions) -> EncodingFault {
    let level = options.errorCorrection
    let advice = level == .low ? "." : ", or take a lower level."
    if let version = options.qrCode.version {
      return EncodingFault(
        code: "symbol.too-long",
        message: "The text has \(count) bytes; a QR Code of version \(version) and level"
          + " \(level.rawValue) has \(QRCodeVersion.all[version - 1].dataWords(level)) words for"
          + " them. Shorten it, take a larger version\(advice)")
    }
    return EncodingFault(
      code: "symbol.too-long",
      message: "The text has \(count) bytes; a QR Code of level \(level.rawValue) holds"
        + " \(QRCodeVersions.capacity(.byte, level)) (or"
        + " \(QRCodeVersions.capacity(.alphanumeric, level)) capitals and digits, or"
        + " \(QRCodeVersions.capacity(.numeric, level)) digits). Shorten it\(advice)")
  }
}
