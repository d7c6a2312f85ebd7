/// An encoded symbol: modules only.
///
/// How many dots a module has is the renderer's business.
public struct Symbol: Sendable, Equatable {
  /// What it was encoded as.
  public let symbology: Symbology
  /// The human readable interpretation, as the symbology's standard writes it: EAN and UPC in
  /// groups of digits with a space between them, control characters as spaces.
  public let text: String
  /// The content as a reader reports it, check digit included.
  public let data: String
  /// The dark and light modules, without quiet zone.
  public let modules: Modules

  /// A symbol's modules: a row of bars, or a matrix.
  public enum Modules: Sendable, Equatable {
    /// Bars of one height.
    case linear(BarPattern)
    /// A square or rectangle of modules.
    case matrix(ModuleMatrix)
  }

  /// A symbol of given modules; its data is the text unless said otherwise.
  public init(symbology: Symbology, text: String, data: String? = nil, modules: Modules) {
    (self.symbology, self.text, self.data, self.modules) = (symbology, text, data ?? text, modules)
  }

  /// The quiet zone that it needs: that of its symbology, behind an add-on that of the add-on.
  public var quietZone: SymbologyFacts.QuietZone {
    let zone = symbology.facts.quietZone
    guard case .linear(let bars) = modules, bars.addOnStart != nil else { return zone }
    let right = Symbology.ean2.facts.quietZone.right
    return SymbologyFacts.QuietZone(left: zone.left, right: right, vertical: zone.vertical)
  }
}

/// The bars and spaces of a linear symbol.
public struct BarPattern: Sendable, Equatable {
  /// Widths in modules, bar first, then space and bar in turn; begins and ends with a bar.
  public let widths: [UInt8]
  /// Modules in all.
  public let width: Int
  /// Indices into `widths` of the bars that reach further down than the others: the guard bars
  /// of EAN and UPC (ISO/IEC 15420, 4.3.6).
  ///
  /// Empty in other symbologies.
  public let guardBars: [Int]

  /// Whether bars run along the upper and lower end of the others, across the quiet zones too (ITF-14:
  /// GS1 General Specifications, 5.3.2.4).
  public let hasBearerBars: Bool

  /// The index into `widths` of the first bar of an add-on (EAN-13 and UPC); nil where there is none.
  ///
  /// The bars of an add-on begin lower than the others, with its digits above them, and end where the
  /// guard bars do (GS1 General Specifications, 5.2.3.5).
  public let addOnStart: Int?

  /// The least thickness of bearer bars, in modules.
  public static let bearerBarModules = 2

  /// A pattern of alternating bar and space widths.
  public init(
    widths: [UInt8], guardBars: [Int] = [], hasBearerBars: Bool = false, addOnStart: Int? = nil
  ) {
    (self.widths, self.guardBars, self.hasBearerBars) = (widths, guardBars, hasBearerBars)
    self.addOnStart = addOnStart
    width = widths.reduce(0) { $0 + Int($1) }
  }
}

/// The modules of a matrix symbol.
public struct ModuleMatrix: Sendable, Equatable {
  /// Columns, in modules.
  public let columns: Int
  /// Rows, in modules.
  public let rows: Int
  /// Row by row from the top: true is dark.
  public let dark: [Bool]

  /// A matrix of given modules; `dark.count` must be `columns * rows`.
  public init(columns: Int, rows: Int, dark: [Bool]) {
    precondition(dark.count == columns * rows)
    (self.columns, self.rows, self.dark) = (columns, rows, dark)
  }

  /// Whether the module in a column and row is dark.
  public subscript(column: Int, row: Int) -> Bool { dark[row * columns + column] }
}
