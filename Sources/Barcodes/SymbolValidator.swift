import Diagnostics
import GS1

/// What is to be said of a text as the content of a symbol.
public struct Validation: Sendable, Equatable {
  /// One thing that is wrong.
  public struct Problem: Error, Equatable, Codable {
    /// Stable and dotted (`gs1.check-digit`).
    public let code: String
    /// What was got, what was expected.
    public let message: String
    /// Where in the text, counted in characters from 1; nil where no one place is to blame.
    public let position: Int?

    init(code: String, message: String, position: Int?) {
      (self.code, self.message, self.position) = (code, message, position)
    }

    init(_ fault: some Fault, at position: Int?) {
      self.init(code: fault.code, message: fault.message, position: position)
    }
  }

  /// What the text was checked as.
  public let symbology: Symbology
  /// 14 digits where it is a GTIN, otherwise the text; nil where it is not valid.
  public let canonical: String?
  /// Nothing where the text is valid.
  public let problems: [Problem]

  /// Whether nothing is wrong.
  public var valid: Bool { problems.isEmpty }
}

/// Checks text against the rules of a symbology, without drawing anything.
public enum SymbolValidator {
  /// Validates a text; without a symbology, as what it looks like.
  ///
  /// 8, 12, 13 or 14 digits look like a GTIN (EAN-8, UPC-A, EAN-13, ITF-14), any other text that
  /// Code 128 holds like Code 128, and the rest like QR Code.
  public static func validate(_ text: String, as symbology: Symbology? = nil) -> Validation {
    let symbology = symbology ?? guess(text)
    do throws(Validation.Problem) {
      return Validation(symbology: symbology, canonical: try check(text, symbology), problems: [])
    } catch {
      return Validation(symbology: symbology, canonical: nil, problems: [error])
    }
  }

  private static func guess(_ text: String) -> Symbology {
    if text.allSatisfy({ $0.isASCII && $0.isNumber }) {
      switch text.count {
      case 8: return .ean8
      case 12: return .upcA
      case 13: return .ean13
      case 14: return .itf14
      default: break
      }
    }
    return text.unicodeScalars.allSatisfy { $0.value <= 0xFF } ? .code128 : .qrCode
  }

  /// The canonical form of a text.
  private static func check(
    _ text: String, _ symbology: Symbology
  ) throws(Validation.Problem) -> String {
    switch symbology {
    case .ean13, .isbn: try gtin(text, digits: 13, symbology)
    case .ean8: try gtin(text, digits: 8, symbology)
    case .upcA: try gtin(text, digits: 12, symbology)
    case .itf14: try gtin(text, digits: 14, symbology)
    case .upcE: try expanded(text)
    default: try encodable(text, symbology)
    }
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
