import CQRencode
import Diagnostics

/// Writes QR Code (ISO/IEC 18004:2015) through libqrencode, in the smallest version that fits.
///
/// Text beyond ASCII is written as UTF-8 without an ECI: that is what phones expect, and what the
/// standard's Latin-1 would garble. libqrencode guards what its threads share with a mutex where
/// it was built with thread safety, as Debian's is and upstream's default.
enum QRCodeEncoder {
  @Sendable
  static func encode(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    guard !text.isEmpty else {
      throw EncodingFault(
        code: "symbol.length", message: "The text is empty; QR Code needs one character at least.")
    }
    let bytes = Array(text.utf8), level = options.errorCorrection
    let segments = try segments(bytes, level)
    let input = try QRInput(level)
    for segment in segments { try input.append(segment.mode.code, bytes[segment.range]) }
    return Symbol(symbology: .qrCode, text: text, modules: .matrix(try input.encoded()))
  }

  /// The shortest segments, for the first class of versions that holds them.
  private static func segments(
    _ bytes: [UInt8], _ level: EncodingOptions.ErrorCorrection
  ) throws(EncodingFault) -> [QRCodeSegmentation.Segment] {
    // No text of more bytes than the largest version has digits can fit: say so at once.
    if bytes.count <= QRCodeVersions.capacity(.numeric, level) {
      for versions in QRCodeVersions.allCases {
        let segmentation = QRCodeSegmentation(bytes, versions: versions)
        if segmentation.bits <= versions.dataBits(level) { return segmentation.segments }
      }
    }
    throw EncodingFault(
      code: "symbol.too-long",
      message: "The text has \(bytes.count) bytes; a QR Code of level \(level.rawValue) holds"
        + " \(QRCodeVersions.capacity(.byte, level)) (or"
        + " \(QRCodeVersions.capacity(.alphanumeric, level)) capitals and digits, or"
        + " \(QRCodeVersions.capacity(.numeric, level)) digits). Shorten it"
        + (level == .low ? "." : ", or take a lower level."))
  }
}

/// The owner of a `QRinput`: data on its way into a symbol.
private struct QRInput: ~Copyable {
  private let handle: OpaquePointer

  init(_ level: EncodingOptions.ErrorCorrection) throws(EncodingFault) {
    // Version 0: the smallest that fits.
    guard let handle = QRinput_new2(0, level.code) else { throw .library("QRinput_new2") }
    self.handle = handle
  }

  deinit { QRinput_free(handle) }

  func append(_ mode: QRencodeMode, _ bytes: ArraySlice<UInt8>) throws(EncodingFault) {
    let status = bytes.withUnsafeBufferPointer {
      QRinput_append(handle, mode, Int32($0.count), $0.baseAddress)
    }
    guard status == 0 else { throw .library("QRinput_append") }
  }

  func encoded() throws(EncodingFault) -> ModuleMatrix {
    var error: Int32 = 0
    guard let code = tally_qrencode(handle, &error) else {
      throw .library("QRcode_encodeInput, errno \(error)")
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

extension QRCodeSegmentation.Mode {
  fileprivate var code: QRencodeMode {
    switch self {
    case .byte: QR_MODE_8
    case .alphanumeric: QR_MODE_AN
    case .numeric: QR_MODE_NUM
    }
  }
}
