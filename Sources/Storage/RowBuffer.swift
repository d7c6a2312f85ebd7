/// The values of one row that is to be added, in the order of its columns.
package struct RowBuffer {
  /// A value; texts and bytes by where they lie in the buffer.
  enum Value {
    case null(SQLType)
    case integer(Int)
    case text(start: Int, count: Int)
    case blob(start: Int, count: Int)
  }

  private var values: [Value] = []
  private var bytes: [UInt8] = []

  mutating func clear() {
    values.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  package mutating func add(_ number: Int?) {
    values.append(number.map { .integer($0) } ?? .null(.integer))
  }

  package mutating func add(_ isTrue: Bool?) { add(isTrue.map { $0 ? 1 : 0 }) }

  package mutating func add(_ text: String?) {
    guard let text else { return values.append(.null(.text)) }
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    values.append(.text(start: start, count: bytes.count - start))
  }

  package mutating func add(_ blob: [UInt8]?) {
    guard let blob else { return values.append(.null(.blob)) }
    values.append(.blob(start: bytes.count, count: blob.count))
    bytes.append(contentsOf: blob)
  }

  /// A text that is there as UTF-8 already.
  package mutating func add(utf8 text: [UInt8]) {
    values.append(.text(start: bytes.count, count: text.count))
    bytes.append(contentsOf: text)
  }

  /// Lends the values; the address is valid inside the closure, also where there are no bytes.
  func withValues<Result>(_ body: ([Value], UnsafeRawPointer) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBytes { bytes in
      try withUnsafePointer(to: values.count) { placeholder in
        try body(values, bytes.baseAddress ?? UnsafeRawPointer(placeholder))
      }
    }
  }
}
