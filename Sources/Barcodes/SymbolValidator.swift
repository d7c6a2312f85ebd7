import Diagnostics
import GS1

/// Checks text against the rules of a symbology, without drawing anything.
public enum SymbolValidator {
  /// Validates a text; without a symbology, as what it looks like.
  ///
  /// 8, 12, 13 or 14 digits look like a GTIN (EAN-8, UPC-A, EAN-13, ITF-14), 12 or 13 also with an add-on of 2
  /// or 5 digits behind a space or `+`; an application
  /// identifier in brackets or a symbology identifier of GS1 in front, or FNC1 (0x1D) anywhere,
  /// like GS1-128; a URI with a primary key of GS1 like a Digital Link, as QR Codes carry them; any other text that Code 128 holds like Code 128, and the rest like QR Code.
  public static func validate(_ text: String, as symbology: Symbology? = nil) -> Validation {
    if symbology == nil, GS1Message.isDigitalLink(text) { return validate(digitalLink: text) }
    let symbology = symbology ?? guess(text)
    if carriesGS1(symbology, text) { return message(text, in: symbology) }
    do throws(Validation.Problem) {
      return Validation(symbology, canonical: try check(text, symbology))
    } catch {
      return Validation(symbology, canonical: nil, problems: [error])
    }
  }

  /// Validates the URI of a GS1 Digital Link; its canonical form is the message with brackets.
  public static func validate(digitalLink uri: String) -> Validation {
    let message = GS1Message(digitalLink: uri)
    return Validation(
      .qrCode, canonical: message.isValid ? message.bracketed : nil, gs1: message.elements,
      problems: message.problems.map(Validation.Problem.init))
  }

  private static func guess(_ text: String) -> Symbology {
    if let symbology = GS1Text.symbology(text) { return symbology }
    let retail = RetailText(text, for: .ean13)
    if retail.number.allSatisfy({ $0.isASCII && $0.isNumber }) {
      switch (retail.number.count, retail.addOn == nil) {
      case (8, true): return .ean8
      case (12, true): return .upcA
      case (13, true): return .ean13
      case (14, true): return .itf14
      case (12, false) where retail.hasAddOn: return .upcA
      case (13, false) where retail.hasAddOn: return .ean13
      default: break
      }
    }
    return text.unicodeScalars.allSatisfy { $0.value <= 0xFF } ? .code128 : .qrCode
  }

  /// GS1 DataBar holds a GTIN; its identifier may be left out.
  private static func carriesGS1(_ symbology: Symbology, _ text: String) -> Bool {
    switch symbology {
    case .gs1_128, .gs1DataMatrix, .databarExpanded: true
    case .databar: text.utf8.count != 14
    default: false
    }
  }

  /// A message by itself: what it needs must be in it.
  private static func message(_ text: String, in symbology: Symbology) -> Validation {
    let message = GS1Message(text)
    var problems = message.problems.map(Validation.Problem.init)
    if let fault = GS1Text.tooLong(message, for: symbology) {
      problems.append(Validation.Problem(fault, at: nil))
    }
    return Validation(
      symbology, canonical: problems.isEmpty ? message.bracketed : nil, gs1: message.elements,
      problems: problems)
  }

  /// The canonical form of a text.
  private static func check(
    _ text: String, _ symbology: Symbology
  ) throws(Validation.Problem) -> String {
    switch symbology {
    case .ean13, .isbn:
      try retail(text, symbology) { (number) throws(Validation.Problem) in
        try gtin(number, digits: 13, symbology)
      }
    case .ean8: try gtin(text, digits: 8, symbology)
    case .upcA:
      try retail(text, symbology) { (number) throws(Validation.Problem) in
        try gtin(number, digits: 12, symbology)
      }
    case .itf14, .databar: try gtin(text, digits: 14, symbology)
    case .upcE: try retail(text, symbology, expanded)
    default: try encodable(text, symbology)
    }
  }

  /// A GTIN, with its add-on behind a space where there is one.
  private static func retail(
    _ text: String, _ symbology: Symbology,
    _ canonical: (String) throws(Validation.Problem) -> String
  ) throws(Validation.Problem) -> String {
    let retail = RetailText(text, for: symbology)
    let number = try canonical(retail.number)
    do throws(EncodingFault) {
      try retail.checkAddOn()
    } catch {
      throw Validation.Problem(error, at: error.position)
    }
    return retail.joined(number)
  }

  private static func gtin(
    _ text: String, digits: Int, _ symbology: Symbology
  ) throws(Validation.Problem) -> String {
    do throws(GS1Fault) {
      let gtin = try GTIN(text)
      guard gtin.digits.count == digits else {
        throw GS1Fault(
          code: "gs1.length",
          message: "Got \(gtin.digits.count) digits; \(symbology.facts.title) has \(digits).")
      }
      return gtin.canonical
    } catch {
      throw Validation.Problem(error, at: error.position)
    }
  }

  private static func expanded(_ text: String) throws(Validation.Problem) -> String {
    do throws(GS1Fault) {
      return try GTIN(upcE: text).canonical
    } catch {
      throw Validation.Problem(error, at: error.position)
    }
  }

  private static func encodable(
    _ text: String, _ symbology: Symbology
  ) throws(Validation.Problem) -> String {
    guard symbology.facts.canWrite else {
      throw Validation.Problem(
        code: "symbol.no-rules",
        message: "There are no rules for the content of \(symbology.facts.title) in this version.",
        position: nil)
    }
    do throws(EncodingFault) {
      return try SymbolEncoder.encode(text, as: symbology).data
    } catch {
      throw Validation.Problem(error, at: error.position)
    }
  }
}
