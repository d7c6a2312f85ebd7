import CPostgres

/// A row of a result of PostgreSQL; valid as long as the result is.
///
/// Values come in the binary form of their types (`typsend` in PostgreSQL): whole numbers in network
/// order, text and bytes as they are.
struct PostgresRow {
  let result: OpaquePointer?
  let index: Int32

  func int(_ column: Int) throws(StorageFault) -> Int {
    if !isNull(column) {
      switch (type(column), bytes(column)) {
      case (PostgresType.int8, let bytes), (PostgresType.int4, let bytes),
        (PostgresType.int2, let bytes):
        return Self.number(bytes)
      case (PostgresType.bool, let bytes): return bytes.first == 1 ? 1 : 0
      case (PostgresType.numeric, let bytes):
        if let number = PostgresNumeric.wholeNumber(bytes) { return number }
      default: break
      }
    }
    throw SQLRow.wrong(column, "a whole number")
  }

  func text(_ column: Int) throws(StorageFault) -> String {
    guard isText(column) else { throw SQLRow.wrong(column, "text") }
    return PostgresText.reading(bytes(column)) { String(decoding: $0, as: UTF8.self) }
  }

  func textBytes<Value>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) throws -> Value {
    guard isText(column) else { throw SQLRow.wrong(column, "text") }
    return try PostgresText.reading(bytes(column), body)
  }

  func blob(_ column: Int) throws(StorageFault) -> [UInt8] {
    guard !isNull(column), type(column) == PostgresType.bytea else {
      throw SQLRow.wrong(column, "bytes")
    }
    return Array(bytes(column))
  }

  func isNull(_ column: Int) -> Bool { PQgetisnull(result, index, Int32(column)) != 0 }

  private func isText(_ column: Int) -> Bool {
    guard !isNull(column) else { return false }
    return switch type(column) {
    case PostgresType.text, PostgresType.varchar, PostgresType.name, PostgresType.unknown: true
    default: false
    }
  }

  private func type(_ column: Int) -> Oid { PQftype(result, Int32(column)) }

  private func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let count = Int(PQgetlength(result, index, Int32(column)))
    let start = PQgetvalue(result, index, Int32(column)).map(UnsafeRawPointer.init)
    return UnsafeBufferPointer(
      start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let negative = (bytes.first ?? 0) & 0x80 != 0
    return bytes.reduce(negative ? -1 : 0) { $0 << 8 | Int($1) }
  }
}

/// The type `numeric`, which sums and averages of whole numbers are.
enum PostgresNumeric {
  /// Nil for a number with decimals, one that is none, and one that is too large.
  ///
  /// Two bytes each: the number of digits to the base 10,000, the power of the first one, the sign,
  /// and how many decimals are shown; then the digits (`numeric_send` in PostgreSQL).
  static func wholeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count >= 8 else { return nil }
    func word(_ index: Int) -> Int { Int(bytes[2 * index]) << 8 | Int(bytes[2 * index + 1]) }
    let (count, weight, sign) = (word(0), Int(Int16(truncatingIfNeeded: word(1))), word(2))
    guard bytes.count == 8 + 2 * count, [0, 0x4000].contains(sign), weight < 5, count <= weight + 1
    else { return nil }
    // From below, since Int.min has no opposite.
    var number = 0
    for place in 0..<(weight + 1) {
      let (shifted, overflow) = number.multipliedReportingOverflow(by: 10_000)
      let (sum, underflow) = shifted.subtractingReportingOverflow(place < count ? word(4 + place) : 0)
      if overflow || underflow { return nil }
      number = sum
    }
    if sign != 0 { return number }
    return number == .min ? nil : -number
  }
}
