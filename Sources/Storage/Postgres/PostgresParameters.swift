/// The values of a statement in PostgreSQL's binary form, in memory that the next statement reuses.
struct PostgresParameters {
  private var bytes: [UInt8] = []
  /// Where each value begins in the bytes; nil for NULL.
  private var starts: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []
  private var values: [UnsafePointer<CChar>?] = []

  mutating func set(_ parameters: [SQLValue]) {
    clear()
    for parameter in parameters {
      switch parameter {
      case .null: append(nil)
      case .integer(let number): append { $0.append(bigEndian: Int64(number)) }
      case .text(let text): append { PostgresText.append(text, to: &$0) }
      case .blob(let blob): append { $0 += blob }
      }
    }
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
  }

  /// Adds a value; nil for NULL.
  mutating func append(_ value: ArraySlice<UInt8>?) {
    if let value { return append { $0 += value } }
    starts.append(nil)
    lengths.append(0)
  }

  /// Adds a value by what the closure appends to the bytes.
  mutating func append(_ value: (inout [UInt8]) -> Void) {
    let start = bytes.count
    value(&bytes)
    starts.append(start)
    lengths.append(Int32(bytes.count - start))
  }

  /// Hands out number, values, lengths and formats as libpq takes them.
  mutating func withPointers<Value>(
    _ body: (
      Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> Value
  ) -> Value {
    // A value of no bytes has to have an address, or it would be NULL.
    if bytes.isEmpty { bytes.append(0) }
    while formats.count < starts.count { formats.append(1) }
    return bytes.withUnsafeBytes { bytes in
      values.removeAll(keepingCapacity: true)
      let base = bytes.bindMemory(to: CChar.self).baseAddress
      for start in starts {
        if let start, let base { values.append(base + start) } else { values.append(nil) }
      }
      return body(Int32(starts.count), values, lengths, formats)
    }
  }
}
