import CQRencode
import Diagnostics

/// Writes Micro QR Code (ISO/IEC 18004:2015) through libqrencode, in the smallest version that fits.
///
/// Text beyond ASCII is written as UTF-8. libqrencode guards what its threads share with a mutex
/// where it was built with thread safety, as Debian's is and upstream's default.
enum MicroQRCodeEncoder {
  @Sendable
  static func encode(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    guard !text.isEmpty else { throw .empty(.microQRCode) }
    let bytes = Array(text.utf8), level = options.errorCorrection
    guard level != .high else {
      throw EncodingFault(
        code: "symbol.option",
        message: "Micro QR Code has no level H; expected L, M or Q. Take Q, or QR Code.")
    }
    let mode = mode(bytes)
    // M1 holds digits without correction, so levels begin with M2; M4 has 35 digits (Table 7).
    if bytes.count <= 35 {
      for version in Int32(2)...4 {
        let input = try QRInput(level, version: version)
        guard input.isUsable, input.append(mode, bytes) else { continue }
        if let matrix = try input.encoded() {
          return Symbol(symbology: .microQRCode, text: text, modules: .matrix(matrix))
        }
      }
    }
    throw tooLong(bytes.count, level)
  }

  /// The one mode of all bytes: a second segment's header seldom pays in so small a symbol.
  private static func mode(_ bytes: [UInt8]) -> QRencodeMode {
    if QRCodeSegmentation.areDigits(bytes) { return QR_MODE_NUM }
    return QRCodeSegmentation.areAlphanumeric(bytes) ? QR_MODE_AN : QR_MODE_8
  }

  /// What M4 holds (Table 7).
  private static func tooLong(
    _ count: Int, _ level: EncodingOptions.ErrorCorrection
  ) -> EncodingFault {
    let (bytes, capitals, digits) =
      level == .low ? (15, 21, 35) : level == .medium ? (13, 18, 30) : (9, 13, 21)
    return EncodingFault(
      code: "symbol.too-long",
      message: "The text has \(count) bytes; a Micro QR Code of level \(level.rawValue) holds"
        + " \(bytes) (or \(capitals) capitals and digits, or \(digits) digits). Shorten it, or"
        + " take QR Code.")
  }
}

/// The owner of a `QRinput`: data on its way into a symbol.
private struct QRInput: ~Copyable {
  private let handle: OpaquePointer?

  /// Whether the version has the level.
  var isUsable: Bool { handle != nil }

  init(_ level: EncodingOptions.ErrorCorrection, version: Int32) throws(EncodingFault) {
    handle = QRinput_newMQR(version, level.code)
    // NULL where memory is short, or where the version lacks the level; M4 has all of them.
    if handle == nil, version == 4 { throw .library("QRinput_newMQR") }
  }

  deinit { QRinput_free(handle) }

  /// Whether the version has the mode: M2 has no bytes.
  func append(_ mode: QRencodeMode, _ bytes: [UInt8]) -> Bool {
    QRinput_append(handle, mode, Int32(bytes.count), bytes) == 0
  }

  /// The symbol; nil where the data doesn't fit.
  func encoded() throws(EncodingFault) -> ModuleMatrix? {
    guard let handle else { return nil }
    var error: Int32 = 0
    guard let code = tally_qrencode(handle, &error) else {
      if error == ENOMEM { throw .library("QRcode_encodeInput") }
      return nil
    }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    let modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
    // The lowest bit is the module, the others say what it is for.
    return ModuleMatrix(columns: width, rows: width, dark: modules.map { $0 & 1 == 1 })
  }
}

extension EncodingFault {
  fileprivate static func library(_ function: String) -> EncodingFault {
    EncodingFault(
      code: "symbol.library",
      message: "libqrencode failed (\(function)), most likely for want of memory.")
  }
}

extension EncodingOptions.ErrorCorrection {
  fileprivate var code: QRecLevel {
    switch self {
    case .low: QR_ECLEVEL_L
    case .medium: QR_ECLEVEL_M
    case .quartile: QR_ECLEVEL_Q
    case .high: QR_ECLEVEL_H
    }
  }
}
