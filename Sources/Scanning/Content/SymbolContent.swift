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
  var elements: [ElementString] = []
  var problems: [ScannedSymbol.Problem] = []
  /// What a reader that passes over FNC4 takes the data for; nil where there is none in the symbol.
  var dataWithoutFNC4: String?

  /// Whether check digits and the rules of the content hold: the one place where that is decided.
  ///
  /// An identifier that another one needs may be in a second symbol on the same item: that it is
  /// missing is told, and makes no symbol invalid.
  private(set) var isValid = true

  /// The content of a symbol that zbar has read; nil for a kind that isn't asked for.
  init?(_ symbol: ZBarSymbol) {
    guard let kind = symbol.kind else { return nil }
    switch kind {
    case .qrCode: self.init(qrCode: symbol)
    case .code128: self.init(code128: symbol)
    case .ean13: self.init(ean13: symbol.text)
    case .upcE: self.init(upcE: symbol.text)
    case .ean8: self.init(.ean8, "]E4", symbol.text)
    case .ean2: self.init(.ean2, "]E1", symbol.text)
    case .ean5: self.init(.ean5, "]E2", symbol.text)
    case .dataBar: self.init(.databar, "]e0", symbol.text)
    case .dataBarExpanded: self.init(.databarExpanded, "]e0", symbol.text)
    case .code39: self.init(.code39, "]A0", symbol.text)
    case .code93: self.init(.code93, "]G0", symbol.text)
    case .codabar: self.init(.codabar, "]F0", symbol.text)
    case .interleaved2of5: self.init(.itf, "]I0", symbol.text)
    }
    if GS1Carrier.identifiers.contains(identifier) { takeApart() }
    if [.ean8, .ean13, .upcA].contains(symbology) { verifyCheckDigit(of: text) }
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

  /// The content as somebody asks for it to be read, where the symbol itself doesn't tell.
  func read(by options: ContentOptions) -> SymbolContent {
    guard symbology == .code39, options.code39FullASCII,
      let decoded = Code39FullASCII.decode(data)
    else { return self }
    // Full ASCII has the same bars as pairs of characters: no symbol tells which was meant.
    return SymbolContent(.code39, "]A4", decoded)
  }

  /// Reads the element strings of GS1 content, and shows them with brackets.
  mutating func takeApart() {
    let message = GS1Message(scanned: identifier + data)
    elements = message.elements
    if message.isWhole { text = message.bracketed }
    problems += message.problems.map {
      ScannedSymbol.Problem(
        code: $0.code, message: $0.message, ai: $0.ai, position: $0.position)
    }
    if message.problems.contains(where: \.isOfForm) { isValid = false }
  }

  private mutating func verifyCheckDigit(of digits: String) {
    do throws(GS1Fault) {
      try CheckDigit.verify(digits)
    } catch {
      note(error)
    }
  }

  private mutating func note(_ fault: GS1Fault) {
    refuse(ScannedSymbol.Problem(code: fault.code, message: fault.message))
  }

  /// Says what is wrong, for which the symbol isn't valid.
  mutating func refuse(_ problem: ScannedSymbol.Problem) {
    problems.append(problem)
    isValid = false
  }
}

extension ZBarSymbol {
  /// The content of a symbology whose characters are ASCII.
  fileprivate var text: String { ContentCharset.decode(bytes).text }
}
