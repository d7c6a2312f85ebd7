import Diagnostics

/// The rows of a JSON array of objects, or of a file with one object a line.
///
/// Numbers keep their text, true and false are words, null is empty. An array of such stands for a
/// column that is there as often, where that column may repeat. Any other array and an object have
/// no place in a cell: a fault of that row.
struct JSONRows: RowParser {
  private let scanner: JSONScanner
  private let isArray: Bool
  private let mayRepeat: @Sendable (String) -> Bool
  private var number = 0
  private var isAtEnd = false

  /// A file that is one array.
  ///
  /// - Throws: `table.format` where it doesn't begin like an array of objects.
  init(
    arrayIn source: ByteSource, mayRepeat: @escaping @Sendable (String) -> Bool
  ) throws(TableFault) {
    scanner = JSONScanner(source: source, staysInLine: false)
    (isArray, self.mayRepeat) = (true, mayRepeat)
    try scanner.skipSpaces()
    guard try scanner.take("["), try scanner.peekIs("{", or: "]") else {
      throw TableFault(
        code: "table.format",
        message: "\(source.name), line \(source.line): expected an array of objects, [{…}, {…}].",
        line: source.line)
    }
    isAtEnd = try scanner.take("]")
  }

  /// A file with one object a line; blank lines are passed over.
  init(
    linesIn source: ByteSource, mayRepeat: @escaping @Sendable (String) -> Bool
  ) throws(TableFault) {
    scanner = JSONScanner(source: source, staysInLine: true)
    (isArray, self.mayRepeat) = (false, mayRepeat)
  }

  /// Does nothing: which names a row has is known only when it was read.
  func leaveOut(allBut names: Set<String>) {}

  mutating func next() -> Result<TableRow, TableFault>? {
    guard !isAtEnd else { return nil }
    number += 1
    do throws(TableFault) {
      return isArray ? try nextOfArray() : try nextLine()
    } catch {
      // In an array nobody knows where the next row begins; otherwise, in the next line.
      isAtEnd = isArray || (try? scanner.source.skipLine()) == nil
      return .failure(error.ofRow(number))
    }
  }

  private mutating func nextOfArray() throws(TableFault) -> Result<TableRow, TableFault> {
    try scanner.skipSpaces()
    let row = try object()
    try scanner.skipSpaces()
    if try scanner.take("]") {
      isAtEnd = true
    } else {
      try scanner.expect(",", "a comma or ] after the object")
    }
    return row
  }

  private func nextLine() throws(TableFault) -> Result<TableRow, TableFault>? {
    try scanner.skipBlankLines()
    guard try scanner.source.peek() != nil else { return nil }
    let row = try object()
    try scanner.skipSpaces()
    try scanner.expectLineEnd()
    return row
  }

  /// One object, always read to its end where its syntax is right, so that reading can go on.
  ///
  /// A value that has no place in a cell is a failure; a fault of syntax is thrown.
  private func object() throws(TableFault) -> Result<TableRow, TableFault> {
    let (line, start) = (scanner.source.line, scanner.source.offset)
    var names: [String] = [], values: [String] = []
    var fault: TableFault?
    try scanner.expect("{", "an object")
    try scanner.skipSpaces()
    if try !scanner.take("}") {
      repeat {
        try scanner.skipSpaces()
        let name = try scanner.string(startOfRow: start)
        try scanner.skipSpaces()
        try scanner.expect(":", "a colon after the name")
        try scanner.skipSpaces()
        fault = fault ?? refusal(of: name, after: names)
        if let read = try cells(of: name, startOfRow: start) {
          names += repeatElement(name, count: read.count)
          values += read
        } else {
          fault = fault ?? nested(name, column: names.count + 1)
        }
        try scanner.skipSpaces()
      } while try scanner.take(",")
      try scanner.expect("}", "a comma or } after the value")
    }
    if let fault { return .failure(fault.ofRow(number)) }
    return .success(TableRow(number: number, line: line, names: names, values: values))
  }

  /// The texts of a value: one, or those of an array where the name may repeat; nil where it has no
  /// place in a cell.
  private func cells(of name: String, startOfRow start: Int) throws(TableFault) -> [String]? {
    guard mayRepeat(name), try scanner.take("[") else {
      return try scanner.scalar(startOfRow: start).map { [$0] }
    }
    return try scanner.scalars(startOfRow: start)
  }

  private func refusal(of name: String, after names: [String]) -> TableFault? {
    guard !mayRepeat(name), names.contains(name) else { return nil }
    return TableFault(
      code: "table.duplicate-column",
      message: "\(scanner.place): the object has \(SafeText.quoted(name)) twice.",
      line: scanner.source.line, column: names.count + 1)
  }

  private func nested(_ name: String, column: Int) -> TableFault {
    TableFault(
      code: "table.nested-value",
      message: "\(scanner.place): the value of \(SafeText.quoted(name)) is an array or an object; "
        + "expected a text, a number, true, false or null.",
      line: scanner.source.line, column: column)
  }
}
