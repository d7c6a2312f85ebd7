/// One row of a table: named texts, in the order of the file.
package struct TableRow: Sendable, Equatable {
  /// Which row it is, from 1; the header isn't counted, rows with faults are.
  package let number: Int
  /// The line of the file where it begins, from 1.
  package let line: Int
  /// The names of its columns, in order; a name that may repeat is there as often as in the file.
  package let names: [String]
  /// One text a name.
  package let values: [String]

  /// A row of given texts; there must be as many names as values.
  package init(number: Int, line: Int, names: [String], values: [String]) {
    precondition(names.count == values.count)
    (self.number, self.line, self.names, self.values) = (number, line, names, values)
  }

  /// Names and values, in order.
  package var fields: [(name: String, value: String)] {
    zip(names, values).map { (name: $0, value: $1) }
  }

  /// The text in the first column of a name, or nil where the row has no such column.
  package subscript(name: String) -> String? {
    names.firstIndex(of: name).map { values[$0] }
  }

  /// The texts of all columns of a name, in order.
  package func all(_ name: String) -> [String] {
    names.indices.filter { names[$0] == name }.map { values[$0] }
  }

  /// Which column of the row has a name, from 1: what a spreadsheet counts, not characters.
  package func column(of name: String) -> Int? {
    names.firstIndex(of: name).map { $0 + 1 }
  }
}
