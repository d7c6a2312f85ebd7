import Barcodes
internal import CZBar

/// The kinds of symbols that zbar tells apart, as far as they are used.
enum ZBarKind: CaseIterable {
  case qrCode, code128, code39, code93, codabar, interleaved2of5
  case ean13, ean8, upcE, ean2, ean5
  case dataBar, dataBarExpanded

  var type: zbar_symbol_type_t {
    switch self {
    case .qrCode: ZBAR_QRCODE
    case .code128: ZBAR_CODE128
    case .code39: ZBAR_CODE39
    case .code93: ZBAR_CODE93
    case .codabar: ZBAR_CODABAR
    case .interleaved2of5: ZBAR_I25
    case .ean13: ZBAR_EAN13
    case .ean8: ZBAR_EAN8
    case .upcE: ZBAR_UPCE
    case .ean2: ZBAR_EAN2
    case .ean5: ZBAR_EAN5
    case .dataBar: ZBAR_DATABAR
    case .dataBarExpanded: ZBAR_DATABAR_EXP
    }
  }

  init?(type: zbar_symbol_type_t) {
    guard let kind = Self.allCases.first(where: { $0.type == type }) else { return nil }
    self = kind
  }

  /// What zbar must look for so that symbols of a symbology are found; nil where it can't.
  init?(finding symbology: Symbology) {
    switch symbology {
    case .qrCode: self = .qrCode
    case .code128, .gs1_128: self = .code128
    case .code39: self = .code39
    case .code93: self = .code93
    case .codabar: self = .codabar
    case .itf: self = .interleaved2of5
    // A UPC-A is an EAN-13 with a leading zero, an ISBN one with the prefix of books.
    case .ean13, .upcA, .isbn: self = .ean13
    case .ean8: self = .ean8
    case .upcE: self = .upcE
    case .ean2: self = .ean2
    case .ean5: self = .ean5
    case .databar: self = .dataBar
    case .databarExpanded: self = .dataBarExpanded
    case .itf14, .microQRCode, .dataMatrix, .gs1DataMatrix, .pdf417, .aztec: return nil
    }
  }

  /// GS1 DataBar may be stacked in rows that differ.
  var isDataBar: Bool { self == .dataBar || self == .dataBarExpanded }
}
