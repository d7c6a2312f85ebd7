import Reports

/// A list in any format: one description of the columns for tables and CSV, the values
/// themselves for JSON.
struct Listing<Item: Encodable> {
  struct Column {
    let name: String
    let isNumber: Bool
    let text: (Item) -> String
    let colour: (Item) -> Colour?

    init(
      _ name: String, isNumber: Bool = false, colour: @escaping (Item) -> Colour? = { _ in nil },
      _ text: @escaping (Item) -> String
    ) {
      (self.name, self.isNumber, self.colour, self.text) = (name, isNumber, colour, text)
    }
  }

  let columns: [Column]

  /// Prints all items.
  func print(_ items: [Item], as format: OutputFormat) throws {
    switch format {
    case .table: table(items).forEach(StandardOutput.line)
    case .csv: csv(items).forEach(StandardOutput.line)
    case .ndjson: for item in items { StandardOutput.line(try JSONText.line(item)) }
    case .json: StandardOutput.line(try JSONText.pretty(items))
    }
  }

  private func table(_ items: [Item]) -> [String] {
    let numbers = columns.indices.filter { columns[$0].isNumber }
    return TextTable(
      header: columns.map(\.name), rightAligned: Set(numbers), usesColour: Terminal.usesColour
    ).lines(
      items.map { item in columns.map { TextTable.Cell($0.text(item), $0.colour(item)) } })
  }

  private func csv(_ items: [Item]) -> [String] {
    [CSVLine.text(columns.map(\.name))]
      + items.map { item in CSVLine.text(columns.map { $0.text(item) }) }
  }
}
