import Barcodes
import Text

/// One thing that a label shows.
struct LabelElement: Sendable, Equatable {
  // Indirect, so that an element is copied at little cost: every piece of every label has one.
  indirect enum Content: Sendable, Equatable {
    case text(TextStyle, FieldText)
    case symbol(SymbolStyle, FieldText)
    /// A straight line from `at` to a place, both in millimetres, of a thickness.
    case line(to: Point, thickness: Double)
    /// A frame of a thickness, or a filled area where there is none.
    case rectangle(thickness: Double?)
    /// The line of an ellipse of a thickness, or a filled one where there is none.
    case ellipse(thickness: Double?)
    /// The file of a picture.
    case image(ImageStyle, FieldText)
  }

  /// A place in millimetres from the label's top left corner.
  struct Point: Sendable, Equatable {
    let x: Double
    let y: Double
  }

  /// Width and height in millimetres.
  struct Size: Sendable, Equatable {
    let width: Double
    let height: Double
  }

  let content: Content
  let at: Point
  let size: Size
  /// Drawn only where this isn't empty.
  let when: FieldText?
  /// Clockwise.
  let quarterTurns: Int
  /// The key that names it (`qr-code`), and its line in the template.
  let type: String
  let line: Int

  /// Whether it looks the same on every label.
  var isConstant: Bool {
    guard when?.isConstant ?? true else { return false }
    switch content {
    case .text(_, let text), .image(_, let text): return text.isConstant
    case .symbol: return false
    case .line, .rectangle, .ellipse: return true
    }
  }
}

/// Where something narrower than its box stands.
enum HorizontalAlignment: String, Sendable, CaseIterable {
  case left, center, right
}

/// Where something lower than its box stands.
enum VerticalAlignment: String, Sendable, CaseIterable {
  case top, middle, bottom
}

/// How a text is set.
struct TextStyle: Sendable, Equatable {
  /// What happens to a text that is too long for its box.
  enum Fit: String, Sendable, CaseIterable {
    case shrink, wrap, truncate, refuse
  }

  /// The family that is used where a template names none.
  static let defaultFamily = "DejaVu Sans"

  /// The text below the bars of a symbol, where nothing else is asked for.
  static let interpretation = TextStyle(
    font: FontRequest(family: defaultFamily), points: 7, fit: .shrink, lines: 1,
    horizontal: .center, vertical: .bottom)

  var font: FontRequest
  /// Points, of which 72 are an inch.
  var points: Double
  let fit: Fit
  /// The most lines; nil for as many as the box holds.
  let lines: Int?
  let horizontal: HorizontalAlignment
  let vertical: VerticalAlignment
  /// White on a black box.
  var isInverted = false
}

/// How a symbol is drawn.
struct SymbolStyle: Sendable, Equatable {
  let symbology: Symbology
  let options: EncodingOptions
  /// The human readable interpretation's font, or nil where it isn't wanted.
  let interpretation: TextStyle?
  /// The smallest X-dimension in millimetres, where it isn't the standard's.
  let xDimension: Double?
  let horizontal: HorizontalAlignment
}
