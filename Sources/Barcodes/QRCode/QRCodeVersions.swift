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
    }
  }

  /// Data bits of the largest version of the class: 9, 26, 40 (Table 7, eight a data codeword).
  func dataBits(_ level: EncodingOptions.ErrorCorrection) -> Int {
    switch level {
    case .low: 8 * [232, 1370, 2956][rawValue]
    case .medium: 8 * [182, 1062, 2334][rawValue]
    case .quartile: 8 * [132, 754, 1666][rawValue]
    case .high: 8 * [100, 596, 1276][rawValue]
    }
  }

  /// How many characters of one mode the largest version holds.
  static func capacity(
    _ mode: QRCodeSegmentation.Mode, _ level: EncodingOptions.ErrorCorrection
  ) -> Int {
    let bits = QRCodeVersions.upTo40.dataBits(level) - QRCodeVersions.upTo40.headerBits(mode)
    return bits * 6 / mode.sixthsOfBit
  }
}
