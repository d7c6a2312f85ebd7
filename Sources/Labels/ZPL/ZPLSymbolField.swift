import Barcodes

/// A symbol that the printer makes itself, where it can be told so exactly that its modules are
/// those that were laid out.
struct ZPLSymbolField {
  /// What stands in front of the data.
  let commands: String
  let data: String

  /// Dots a module that printers have.
  private static let modules = 1...10

  /// Nil for a symbol that a printer might make otherwise, or not at all.
  init?(_ symbol: ArrangedSymbol) {
    let layout = symbol.layout
    guard Self.modules.contains(layout.module), layout.guardDepth == 0,
      case .symbol(let style, _) = symbol.element.content
    else { return nil }
    let height = layout.modules.height
    let turn = ZPLField.orientation(symbol.placement.quarterTurns)
    guard let field = Self.field(layout.symbol, style, turn, height) else { return nil }
    let place = symbol.modules
    // The height of ^BY would move a QR Code symbol down by as much, but for the first dot.
    let barHeight = layout.symbol.symbology == .qrCode ? 1 : height
    let ratio = style.options.wideToNarrow ?? (layout.symbol.symbology == .itf ? 3 : 2)
    commands =
      "^BY\(layout.module),\(ratio),\(barHeight)^FO\(place.x),\(place.y)\(field.command(layout.module))"
    data = field.data
  }

  private typealias Field = (command: (_ module: Int) -> String, data: String)

  private static func field(
    _ symbol: Symbol, _ style: SymbolStyle, _ turn: String, _ height: Int
  ) -> Field? {
    switch symbol.symbology {
    case .code128, .gs1_128:
      symbol.code128FieldData.map { data in ({ _ in "^BC\(turn),\(height),N,N,N,N" }, data) }
    case .code39:
      style.options.allowsFullASCII
        ? nil : ({ _ in "^B3\(turn),N,\(height),N,N" }, symbol.data)
    case .itf: ({ _ in "^B2\(turn),\(height),N,N,N" }, symbol.data)
    case .qrCode: turn == "N" ? qrCode(symbol, style.options) : nil
    default: nil
    }
  }

  /// Bytes only, so that the printer needs the version that was laid out; it chooses the mask.
  private static func qrCode(_ symbol: Symbol, _ options: EncodingOptions) -> Field? {
    let count = symbol.data.utf8.count
    guard count <= 9999, case .matrix(let matrix) = symbol.modules,
      let version = QRCodeCapacity.version(ofBytes: count, options.errorCorrection),
      matrix.columns == 17 + 4 * version, options.qrCode == QRCodeOptions()
    else { return nil }
    let digits = String(repeating: "0", count: 4 - String(count).utf8.count) + String(count)
    return (
      { "^BQN,2,\($0)" }, "\(options.errorCorrection.rawValue)M,B\(digits)\(symbol.data)"
    )
  }
}
