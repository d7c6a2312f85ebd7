/// The three classes of QR Code versions that share the lengths of segment headers (ISO/IEC
/// 18004:2015, 7.4.1, Table 3).
enum QRCodeVersions: Int, CaseIterable {
  case upTo9
  case upTo26
  case upTo40

  /// Bits of mode indicator and character count indicator (Tables 2 and 3).
  func headerBits(_ mode: QRCodeSegmentation.Mode) -> Int {
    switch mode {
    case .numeric: 4 + [10, 12, 14][rawValue]
    case .alphanumeric: 4 + [9, 11, 13][rawValue]
    case .byte: 4 + [8, 16, 16][rawValue]
    case .kanji: 4 + [8, 10, 12][rawValue]
    }
  }

  /// How many characters of one mode the largest version holds.
  static func capacity(
    _ mode: QRCodeSegmentation.Mode, _ level: EncodingOptions.ErrorCorrection
  ) -> Int {
    let bits = 8 * QRCodeVersion.all[39].dataWords(level) - QRCodeVersions.upTo40.headerBits(mode)
    return bits * 6 / mode.sixthsOfBit
  }
}
