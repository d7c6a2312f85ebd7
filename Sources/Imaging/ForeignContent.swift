/// What a file that is no picture of ours looks like, in words for an error message.
enum ForeignContent {
  static func describe(_ bytes: [UInt8]) -> String {
    if let known = signatures.first(where: { $0.matches(bytes) }) { return known.name }
    return isText(bytes.prefix(512)) ? "text" : "data of an unknown kind"
  }

  private struct Signature {
    let name: String
    let offset: Int
    let start: [UInt8]

    init(_ name: String, _ start: String, offset: Int = 0) {
      (self.name, self.offset) = (name, offset)
      self.start = start.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    func matches(_ bytes: [UInt8]) -> Bool { bytes.dropFirst(offset).starts(with: start) }
  }

  private static let signatures = [
    Signature("a film", "ftyp", offset: 4),
    Signature("a PNG picture that was transferred as text", "\u{89}PNG"),
    Signature("a ZIP archive", "PK\u{03}\u{04}"),
    Signature("a gzip archive", "\u{1F}\u{8B}"),
    Signature("a Windows bitmap (BMP)", "BM"),
  ]

  /// Whether it is UTF-8 without control characters other than tabs and line ends.
  private static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.allSatisfy({ $0 >= 0x20 || (0x09...0x0D).contains($0) }) else { return false }
    // A character that the prefix cuts in two is no reason against text.
    return (0...3).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
  }
}
