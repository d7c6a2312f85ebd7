import Barcodes
import GS1

/// What a decoded symbol says, under the names of the standards.
struct SymbolContent {
  var symbology: Symbology
  /// ISO/IEC 15424, with modifier.
  var identifier: String
  var text: String
  /// The data that follows the identifier when a reader sends it.
  var data: String
  var bytes: [UInt8]?
  var elements: [ScannedSymbol.GS1Element] = []
  var problems: [ScannedSymbol.Problem] = []

  /// The content of a symbol that zbar has read; nil for a kind that isn't asked for.
  init?(_ symbol: ZBarSymbol) {
    guard let kind = symbol.kind else { return nil }
    switch kind {
    case .qrCode: self.init(qrCode: symbol)
    case .code128: self.init(code128: symbol)
    case .ean13: self.init(ean13: symbol.text)
    case .upcE: self.init(upcE: symbol.text)
    case .ean8: self.init(.ean8, "]E4", symbol.text)
    case .isbn13: self.init(.isbn, "]E0", symbol.text)
    case .ean2: self.init(.ean2, "]E1", symbol.text)
    case .ean5: self.init(.ean5, "]E2", symbol.text)
    case .dataBar: self.init(dataBar: symbol.text)
    case .dataBarExpanded: self.init(.databarExpanded, "]e0", symbol.text)
    case .code39: self.init(.code39, "]A0", symbol.text)
    case .code93: self.init(.code93, "]G0", symbol.text)
    case .codabar: self.init(.codabar, "]F0", symbol.text)
    case .interleaved2of5: self.init(.itf, "]I0", symbol.text)
    }
    if [.ean8, .ean13, .upcA, .isbn].contains(symbology) { verifyCheckDigit(of: text) }
  }

  /// Content that is sent as it is printed, with FNC1 made visible.
  private init(_ symbology: Symbology, _ identifier: String, _ text: String) {
    (self.symbology, self.identifier, data) = (symbology, identifier, text)
    self.text = text.replacing("\u{1D}", with: "<GS>")
  }

  private init(qrCode symbol: ZBarSymbol) {
    let (text, charset) = ContentCharset.decode(symbol.bytes)
    self.init(.qrCode, symbol.isGS1 ? "]Q3" : symbol.isAIM ? "]Q5" : "]Q1", text)
    if !symbol.isGS1 { self.text = text }
    bytes = charset == .utf8 ? nil : symbol.bytes
  }

  private init(code128 symbol: ZBarSymbol) {
    if symbol.isGS1 {
      self.init(.gs1_128, "]C1", symbol.text)
    } else {
      self.init(.code128, symbol.isAIM ? "]C2" : "]C0", symbol.text)
    }
  }

  /// A UPC-A is an EAN-13 with a zero in front, which isn't printed but is sent.
  private init(ean13 digits: String) {
    self.init(.ean13, "]E0", digits)
    guard digits.first == "0" else { return }
    symbology = .upcA
    text = String(digits.dropFirst())
  }

  /// UPC-E is sent as the EAN-13 that it abbreviates (ISO/IEC 15424, annex A).
  private init(upcE digits: String) {
    self.init(.upcE, "]E0", digits)
    do throws(GS1Fault) {
      data = String(try GTIN(upcE: digits).canonical.suffix(13))
    } catch {
      note(error)
    }
  }

  /// DataBar holds a GTIN-14 and nothing else; zbar puts its application identifier in front.
  private init(dataBar elementString: String) {
    self.init(.databar, "]e0", elementString)
    guard elementString.hasPrefix("01"), elementString.count == 16 else { return }
    let gtin = String(elementString.dropFirst(2))
    text = "(01)" + gtin
    elements = [ScannedSymbol.GS1Element(ai: "01", title: "GTIN", value: gtin)]
    verifyCheckDigit(of: gtin)
  }

  private mutating func verifyCheckDigit(of digits: String) {
    do throws(GS1Fault) {
      try CheckDigit.verify(digits)
    } catch {
      note(error)
    }
  }

  private mutating func note(_ fault: GS1Fault) {
    problems.append(ScannedSymbol.Problem(code: fault.code, message: fault.message))
  }
}

extension ZBarSymbol {
  /// The content of a symbology whose characters are ASCII.
  fileprivate var text: String { ContentCharset.decode(bytes).text }
}
