import Tabular

/// What a batch is to make next: some copies of one row's label.
///
/// A row with many copies comes as several orders, so that a batch's memory doesn't grow with them.
struct LabelOrder: Sendable {
  /// From 1, without the header.
  let row: Int
  /// Of the table's file, from 1; nil where there is no table.
  let line: Int?
  /// The row itself, nothing where there is no table, or why no label can be made of it: that names
  /// the row or its line.
  let content: Result<TableRow?, LabelFault>
  /// Which copies of the row, from 1; empty where it wants none, and where it is refused.
  let copies: Range<Int>
  /// How many copies the row wants in all.
  let copiesInAll: Int
  /// What the counter says on the first of these copies; nil where the template doesn't count.
  let number: Int?

  /// Whether nothing of the row is left.
  var isLastOfRow: Bool { copies.upperBound > copiesInAll }

  /// A part of it.
  func with(_ part: Range<Int>) -> LabelOrder {
    LabelOrder(
      row: row, line: line, content: content, copies: part, copiesInAll: copiesInAll,
      number: number.map { $0 + part.lowerBound - copies.lowerBound })
  }

  /// For messages: `row 2 (line 3)`, or `label 2` where there is no table.
  static func name(row: Int, line: Int?) -> String {
    line.map { "row \(row) (line \($0))" } ?? "label \(row)"
  }

  var name: String { Self.name(row: row, line: line) }

  /// For messages about what only these copies have: of a counter's, the copy is named.
  var nameOfCopies: String {
    number != nil && copiesInAll > 1
      ? "\(name), copy \(copies.lowerBound) of \(copiesInAll)" : name
  }
}

extension LabelFault {
  /// With the row in front of the message.
  func naming(_ row: String) -> LabelFault {
    LabelFault(code: code, message: "\(row): \(message)")
  }
}
