import Barcodes
import Diagnostics
import GS1
import Text

/// Encodes the symbols of a label, lays them out, and sees to it that nothing comes too near.
struct SymbolArranger {
  private let scale: DotScale
  private let interpreter: InterpretationFitter
  private let area: DotRect
  private let fieldNames: [String]

  init(template: LabelTemplate, scale: DotScale, engine: TextEngine) {
    self.scale = scale
    fieldNames = template.fields.map(\.name)
    interpreter = InterpretationFitter(engine: engine, scale: scale)
    area = DotRect(
      x: 0, y: 0, width: scale.dots(template.width), height: scale.dots(template.height))
  }

  /// The symbols of a row, ready to be drawn.
  ///
  /// - Parameter pieces: everything of the label but its symbols.
  /// - Throws: `label.symbol-too-large`, `label.quiet-zone`, `label.overlap`, or the fault of the
  ///   encoder.
  func arrange(
    _ elements: [LabelElement], _ values: [String], beside pieces: [ArrangedPiece]
  ) throws(LabelFault) -> [ArrangedSymbol] {
    var arranged: [ArrangedSymbol] = []
    for element in elements {
      guard case .symbol(let style, let text) = element.content else { continue }
      let symbol = try arrange(content(of: element, style, text, values), style, element)
      try refuseEdge(symbol)
      try refuseInk(around: symbol, of: pieces)
      for other in arranged { try refuseContact(symbol, other) }
      arranged.append(symbol)
    }
    return arranged
  }

  private func content(
    of element: LabelElement, _ style: SymbolStyle, _ text: FieldText, _ values: [String]
  ) throws(LabelFault) -> String {
    switch style.symbology {
    case .gs1_128, .gs1DataMatrix:
      do throws(LabelFault) {
        return try text.resolveMessage(values, names: fieldNames)
      } catch { throw LabelFault(error, element) }
    default: return try element.resolve(text, values)
    }
  }

  private func arrange(
    _ text: String, _ style: SymbolStyle, _ element: LabelElement
  ) throws(LabelFault) -> ArrangedSymbol {
    let symbol: Symbol
    do throws(EncodingFault) {
      symbol = try SymbolEncoder.encode(text, as: style.symbology, options: style.options)
    } catch { throw LabelFault(error, element) }
    let placement = Placement(
      frame: scale.symbolBox(of: element), quarterTurns: element.quarterTurns)
    let layout = try SymbolFitter(
      symbol: symbol, style: style, element: element, box: placement.upright, scale: scale,
      interpreter: interpreter
    ).fit()
    let code = LabelCode(
      symbology: style.symbology, text: symbol.scannedText,
      isFullASCII: style.options.allowsFullASCII)
    return ArrangedSymbol(layout, code: code, element: element, placement: placement)
  }

  private func refuseEdge(_ symbol: ArrangedSymbol) throws(LabelFault) {
    guard area.contains(symbol.zone),
      symbol.interpretation.isEmpty || area.contains(symbol.interpretation)
    else {
      throw LabelFault(
        "label.quiet-zone", symbol.element,
        "\(zoneInWords(symbol)) reaches beyond the label's edge; the symbol needs to stand "
          + "\(marginsInWords(symbol)) away from it.")
    }
  }

  private func refuseInk(
    around symbol: ArrangedSymbol, of pieces: [ArrangedPiece]
  ) throws(LabelFault) {
    for rectangle in [symbol.zone, symbol.interpretation] where !rectangle.isEmpty {
      guard let intruder = pieces.first(where: { $0.hasInk(in: rectangle) })?.element else {
        continue
      }
      let isZone = rectangle == symbol.zone
      throw LabelFault(
        isZone ? "label.quiet-zone" : "label.overlap", symbol.element,
        "\(isZone ? zoneInWords(symbol) : "its text") isn't free: the \(intruder.type) of line "
          + "\(intruder.line) has ink in it. The symbol needs \(marginsInWords(symbol)) of "
          + "white around it.")
    }
  }

  private func refuseContact(
    _ symbol: ArrangedSymbol, _ other: ArrangedSymbol
  ) throws(LabelFault) {
    let touches =
      [other.modules, other.interpretation].contains { $0.intersects(symbol.zone) }
      || [symbol.modules, symbol.interpretation].contains { $0.intersects(other.zone) }
      || symbol.interpretation.intersects(other.interpretation)
    guard touches else { return }
    throw LabelFault(
      "label.quiet-zone", symbol.element,
      "it stands in the quiet zone of the \(other.element.type) of line \(other.element.line), or "
        + "that one in its own; it needs \(marginsInWords(symbol)) of white around it, the other "
        + "\(marginsInWords(other)).")
  }

  private func zoneInWords(_ symbol: ArrangedSymbol) -> String {
    "the quiet zone (\(scale.millimetres(symbol.zone.width)) × "
      + "\(scale.millimetres(symbol.zone.height)) mm with the symbol)"
  }

  private func marginsInWords(_ symbol: ArrangedSymbol) -> String {
    let (zone, modules) = (symbol.zone, symbol.modules)
    let across = max(modules.x - zone.x, zone.right - modules.right)
    let down = max(modules.y - zone.y, zone.bottom - modules.bottom)
    return "\(scale.millimetres(across)) mm at the sides and \(scale.millimetres(down)) mm above "
      + "and below"
  }
}

extension Symbol {
  /// What a scan of it gives as its text: a GS1 message with brackets, anything else as it is reported.
  fileprivate var scannedText: String {
    switch symbology {
    case .gs1_128, .gs1DataMatrix: GS1Message(scanned: data).bracketed
    default: data
    }
  }
}
