import ArgumentParser
import Diagnostics
import Inventory
import Ledger

/// What all changes of stock take.
struct StockOptions: ParsableArguments {
  @Option(help: "The lot, for parts that are kept in lots.")
  var lot: String?

  @Option(help: "What for; it stands in the log.")
  var note: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  /// Takes something that happens into the books, and prints the lines that it changed.
  func run(
    _ step: StockMovement.Step, part: String, quantity: String, allowsNegative: Bool = false
  ) throws {
    let lines = try ledger.existing().moveStock(
      StockMovement(
        step, part: part, quantity: Quantity(typed: quantity), lot: lot, note: note,
        allowsNegative: allowsNegative),
      by: ledger.principal)
    try StockList.listing.print(lines, as: output.chosen)
  }
}

extension Quantity {
  /// A quantity as it was typed.
  ///
  /// - Throws: `InputFault` for what is no decimal number.
  init(typed text: String) throws {
    guard let quantity = Quantity(text) else {
      throw InputFault(
        code: "stock.quantity",
        message:
          "\(SafeText.quoted(text)) is no quantity: expected a decimal number like 12.5, with up "
          + "to \(Quantity.digits) digits before the point and \(Quantity.places) behind it.")
    }
    self = quantity
  }
}
