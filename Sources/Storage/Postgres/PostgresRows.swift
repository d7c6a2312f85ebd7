import CPostgres

/// Rows that wait to be added to a table, column by column: many of them go in one statement.
///
/// A statement a row would cost more than what it does. The values lie as the elements of arrays in
/// PostgreSQL's binary form (`array_send` in PostgreSQL), and `UNNEST` makes rows of them.
final class PostgresRows {
  /// `INSERT INTO`, the table and its columns.
  private let start: String
  /// What follows the values.
  private let end: String
  private var columns: [PostgresColumn]
  private(set) var count = 0

  /// What is sent early keeps the server busy while the next rows are made.
  private static let most = 250

  init(start: String, columns: Int, end: String) {
    (self.start, self.end) = (start, end)
    self.columns = Array(repeating: PostgresColumn(), count: columns)
  }

  var isFull: Bool { count >= Self.most }
  /// A single row goes without the detour over arrays.
  private var isSingle: Bool { count == 1 }

  func append(_ row: RowBuffer) {
    row.withValues { values, bytes in
      for (index, value) in values.enumerated() { columns[index].append(value, bytes) }
    }
    count += 1
  }

  func clear() {
    count = 0
    for index in columns.indices { columns[index].clear() }
  }

  /// The statement that adds the rows.
  var sql: String {
    let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return isSingle
      ? "\(start) VALUES (\(places)) \(end)" : "\(start) SELECT * FROM UNNEST(\(places)) \(end)"
  }

  /// What tells this statement from others.
  var key: PostgresStatementKey {
    PostgresStatementKey(
      SQLQuery(fragments: [start, end, isSingle ? "one" : "many"], parameters: []))
  }

  var types: [Oid] {
    columns.map { isSingle ? PostgresType.parameter($0.type) : PostgresType.array($0.type) }
  }

  /// Makes the values the parameters of the statement.
  func fill(_ parameters: inout PostgresParameters) {
    parameters.clear()
    for column in columns {
      if isSingle {
        parameters.append(column.onlyElement)
      } else {
        parameters.append { column.appendArray(of: count, to: &$0) }
      }
    }
  }
}

/// The values of a column: the elements of an array, each with its length before it.
private struct PostgresColumn {
  private(set) var type = SQLType.text
  private var hasNull = false
  private var bytes: [UInt8] = []

  mutating func clear() {
    hasNull = false
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func append(_ value: RowBuffer.Value, _ base: UnsafeRawPointer) {
    switch value {
    case .null(let type):
      (self.type, hasNull) = (type, true)
      bytes.append(bigEndian: Int32(-1))
    case .integer(let number):
      type = .integer
      bytes.append(bigEndian: Int32(8))
      bytes.append(bigEndian: Int64(number))
    case .text(let start, let count):
      type = .text
      let place = bytes.count
      bytes.append(bigEndian: Int32(0))
      PostgresText.append(UnsafeRawBufferPointer(start: base + start, count: count), to: &bytes)
      let length = Int32(bytes.count - place - 4).bigEndian
      bytes.withUnsafeMutableBytes {
        $0.storeBytes(of: length, toByteOffset: place, as: Int32.self)
      }
    case .blob(let start, let count):
      type = .blob
      bytes.append(bigEndian: Int32(count))
      bytes += UnsafeRawBufferPointer(start: base + start, count: count)
    }
  }

  /// The value of the only row; nil for NULL.
  var onlyElement: ArraySlice<UInt8>? { hasNull ? nil : bytes.dropFirst(4) }

  /// Dimensions, whether there are NULLs, type, length and lowest index; then the elements.
  func appendArray(of count: Int, to array: inout [UInt8]) {
    array.append(bigEndian: Int32(1))
    array.append(bigEndian: Int32(hasNull ? 1 : 0))
    array.append(bigEndian: PostgresType.parameter(type))
    array.append(bigEndian: Int32(count))
    array.append(bigEndian: Int32(1))
    array += bytes
  }
}

extension [UInt8] {
  /// A number as it goes over networks.
  mutating func append(bigEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.bigEndian) { self += $0 }
  }
}
