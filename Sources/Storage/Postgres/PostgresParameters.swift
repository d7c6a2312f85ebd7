/// The values of a statement in PostgreSQL's binary form, in memory that the next statement reuses.
struct PostgresParameters {
  private var bytes: [UInt8] = []
  /// Where each value begins in the bytes; nil for NULL.
  private var starts: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []
  private var values: [UnsafePointer<CChar>?] = []

  mutating func set(_ parameters: [SQLValue]) {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    for parameter in parameters { append(parameter) }
    while formats.count < parameters.count { formats.append(1) }
  }

  private mutating func append(_ value: SQLValue) {
    let start = bytes.count
    switch value {
    case .null:
      starts.append(nil)
      lengths.append(0)
      return
    case .integer(let number):
      withUnsafeBytes(of: Int64(number).bigEndian) { bytes += $0 }
    case .text(let text): PostgresText.append(text, to: &bytes)
    case .blob(let blob): bytes += blob
    }
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
