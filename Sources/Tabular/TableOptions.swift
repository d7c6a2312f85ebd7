/// What is known of a table before it is read; what isn't is found out.
package struct TableOptions: Sendable {
  /// How the file says what its characters are.
  package enum Encoding: Sendable, Equatable {
    /// UTF-8; all else is refused.
    case utf8
    /// By its byte order mark, or else by its bytes.
    case guessed
    case given(TextEncoding)
  }

  /// As the file's name or first byte says, where nil.
  package var format: TableFormat?
  package var encoding: Encoding
  /// As the header says, where nil.
  package var delimiter: CSVDelimiter?
  /// Whether a column of a name may be there more than once.
  package var mayRepeat: @Sendable (String) -> Bool

  package init(
    format: TableFormat? = nil, encoding: Encoding = .utf8, delimiter: CSVDelimiter? = nil,
    mayRepeat: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    (self.format, self.encoding) = (format, encoding)
    (self.delimiter, self.mayRepeat) = (delimiter, mayRepeat)
  }
}
