import Barcodes
import CQRencode
import Glibc

/// libqrencode as an encoder that isn't ours.
enum QRencode {
  typealias EncodeMask = @convention(c) (OpaquePointer, Int32) -> UnsafeMutablePointer<QRcode>?

  /// With a mask that is asked for: a function that libqrencode exports only where it was built with
  /// its tests, as Debian's is.
  static let encodeMask: EncodeMask? = {
    guard let program = dlopen(nil, RTLD_NOW), let symbol = dlsym(program, "QRcode_encodeMask")
    else { return nil }
    return unsafeBitCast(symbol, to: EncodeMask.self)
  }()

  struct Part {
    let mode: QRencodeMode
    let bytes: [UInt8]
  }

  /// The rows of a symbol of segments; nil where they don't fit.
  static func rows(
    _ parts: [Part], version: Int, level: EncodingOptions.ErrorCorrection, mask: Int,
    eci: UInt32? = nil
  ) -> [String]? {
    guard let input = QRinput_new2(Int32(version), code(level)) else { return nil }
    defer { QRinput_free(input) }
    if let eci { QRinput_appendECIheader(input, eci) }
    for part in parts {
      guard QRinput_append(input, part.mode, Int32(part.bytes.count), part.bytes) == 0 else {
        return nil
      }
    }
    guard let code = encodeMask?(input, Int32(mask)) else { return nil }
    defer { QRcode_free(code) }
    // A version that is too small is replaced by a larger one.
    guard code.pointee.version == version else { return nil }
    return rows(code.pointee)
  }

  /// The symbols of one text in several parts.
  static func structured(
    _ parts: [[UInt8]], parity: UInt8, version: Int, level: EncodingOptions.ErrorCorrection
  ) -> [[String]] {
    guard let set = QRinput_Struct_new() else { return [] }
    defer { QRinput_Struct_free(set) }
    QRinput_Struct_setParity(set, parity)
    for part in parts {
      guard let input = QRinput_new2(Int32(version), code(level)) else { return [] }
      QRinput_append(input, QR_MODE_8, Int32(part.count), part)
      QRinput_Struct_appendInput(set, input)
    }
    QRinput_Struct_insertStructuredAppendHeaders(set)
    guard let list = QRcode_encodeInputStructured(set) else { return [] }
    defer { QRcode_List_free(list) }
    var symbols: [[String]] = [], next: UnsafeMutablePointer<QRcode_List>? = list
    while let entry = next {
      if let code = entry.pointee.code { symbols.append(rows(code.pointee)) }
      next = entry.pointee.next
    }
    return symbols
  }

  private static func rows(_ code: QRcode) -> [String] {
    let width = Int(code.width)
    return (0..<width).map { row in
      String((0..<width).map { code.data[row * width + $0] & 1 == 1 ? "1" as Character : "0" })
    }
  }

  private static func code(_ level: EncodingOptions.ErrorCorrection) -> QRecLevel {
    switch level {
    case .low: QR_ECLEVEL_L
    case .medium: QR_ECLEVEL_M
    case .quartile: QR_ECLEVEL_Q
    case .high: QR_ECLEVEL_H
    }
  }
}
