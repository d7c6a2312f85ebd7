/// A body that asks for many codes.
struct LookupRequest: Decodable {
  let barcodes: [String]

  static let countLimit = 1000
  /// Bytes; no symbol holds more.
  static let codeLimit = 10_000

  /// The codes, each fit to be looked up.
  func checked() throws(Problem) -> [String] {
    guard barcodes.count <= Self.countLimit else {
      throw .invalid(
        "/barcodes", "lookup.too-many",
        "Expected at most \(Self.countLimit) codes, got \(barcodes.count).")
    }
    for (index, code) in barcodes.enumerated() { try Self.check(code, at: "/barcodes/\(index)") }
    return barcodes
  }

  static func check(_ code: String, at pointer: String) throws(Problem) {
    guard !code.isEmpty else {
      throw .invalid(pointer, "lookup.empty", "The code is empty.")
    }
    guard code.utf8.count <= codeLimit else {
      throw .invalid(
        pointer, "lookup.too-long",
        "A code of \(code.utf8.count) bytes is longer than any symbol holds (\(codeLimit)).")
    }
  }
}
