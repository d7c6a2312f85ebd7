import Diagnostics

/// Why a table, or one row of it, can't be read.
package struct TableFault: Fault, Equatable {
  /// Stable, by what is at fault.
  ///
  /// Of the table: `table.missing`, `table.unreadable`, `table.empty`, `table.header`,
  /// `table.duplicate-column`, `table.format`. Of a row: `table.ragged-row`,
  /// `table.unclosed-quote`, `table.stray-quote`, `table.encoding`, `table.nested-value`,
  /// `table.duplicate-column`, `table.syntax`, `table.row-too-long`.
  package let code: String
  /// Names the file, the line, and what was got and expected.
  package let message: String
  /// The row's number, from 1; nil where the table as a whole is at fault.
  package let row: Int?
  /// The line of the file, from 1.
  package let line: Int?
  /// The column of the table, from 1, where one column is to blame.
  package let column: Int?

  /// A fault at a place of a file.
  package init(
    code: String, message: String, row: Int? = nil, line: Int? = nil, column: Int? = nil
  ) {
    (self.code, self.message) = (code, message)
    (self.row, self.line, self.column) = (row, line, column)
  }
}

extension TableFault {
  /// The same fault, known to be that of a row.
  func ofRow(_ number: Int) -> TableFault {
    TableFault(code: code, message: message, row: number, line: line, column: column)
  }
}
