import TestSupport

/// Codes that nobody prints, or that somebody prints to do harm, as they stand in a query.
struct HostileCodes {
  private var random: RandomSource

  init(seed: UInt64) { random = RandomSource(seed: seed) }

  /// Encoded codes: each fixed one, then as many random ones as it takes.
  mutating func encoded(_ count: Int) -> [String] {
    var codes = Self.fixed
    while codes.count < count { codes.append(next()) }
    return codes
  }

  /// Those that a person would think of.
  static let fixed: [String] =
    (0...0x20).map { PercentText.escape(UInt8($0)) } + (0x7F...0xA0).map { PercentText.of($0) }
    + (0...0x20).map { "AST-" + PercentText.escape(UInt8($0)) + "1" }
    + texts.map { PercentText.of($0) } + rawQueries

  private static let texts = [
    "'; DROP TABLE assets; --", "' OR '1'='1", "\" OR 1=1 --", "%' OR tag LIKE '%", "_______",
    "AST-000001' UNION SELECT payload FROM entries --", "${jndi:ldap://x}", "{{tag}}", "$(reboot)",
    "../../../../etc/passwd", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "\\", "\"", "null",
    "true", "[]", "{}", "NaN", "-0", "1e309", "0x41", "٣٤٥", "１２３", "\u{202E}100-TSA", "\u{200B}",
    "\u{FEFF}AST-000001", "A\u{301}", "\u{E9}", "e\u{301}", "😀", "👩‍👩‍👧‍👦", "\u{1F1E9}\u{1F1EA}", "ﷺ",
    "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}", "\u{2028}", "İ", "ß", "]C1", "]", "]C",
    "]C10109506000134352",
    "]C1010950600013435210AB-12\u{1D}21X", "]d2\u{1D}01095060001343521", "]Q3", "]E04006381333931",
    "]E4", "]X9AST-000001", "]C1]C1]C1AST-000001", "(01)09506000134352(10)AB", "010950600013435",
    "\u{1D}\u{1D}\u{1D}", "https://t.example/a/",
    "https://t.example/a/https://t.example/a/AST-000001",
    "https://t.example/a/%41", "HTTPS://T.EXAMPLE/A/AST-000001",
    "https://t.example/a/AST-000001?x=1",
    "https://id.gs1.org/01/09506000134352", "javascript:alert(1)", "data:text/html,x",
    String(repeating: "9", count: 9_999), String(repeating: "9", count: 10_000),
    String(repeating: "9", count: 10_001), String(repeating: "0", count: 300),
    String(repeating: "😀", count: 2_500), String(repeating: "e\u{301}", count: 3_000),
    String(repeating: "]", count: 5_000), String(repeating: "(01)", count: 2_000),
    String(repeating: "https://t.example/a/", count: 400),
  ]

  /// Percent-encodings that are cut short, or that are no UTF-8.
  private static let rawQueries = [
    "%", "%4", "%%", "%%%", "%G1", "%1G", "A%", "A%2", "%00", "%00%00", "%FF", "%C3", "%C3%28",
    "%E2%82", "%F0%9F%98", "%F0%28%8C%BC", "%ED%A0%80", "%F4%90%80%80", "%C0%AF", "%FE%FF", "+",
    "++",
    "%2B", "%252B", "%25", "%26barcode=2", "=", "==", "a=b", ";", "a;b", "%3Ba",
    "%0D%0AX-Evil:%201",
    "%0d%0a%0d%0a", "!*'(),;:@/?", "~", "|", "^", "`", "[]", "{}", "\\",
  ]

  // MARK: Random ones

  private mutating func next() -> String {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: raw(1...40) { UInt8.random(in: 0...255, using: &$0) }
    case 1: raw(1...40) { UInt8.random(in: 0...0x1F, using: &$0) }
    case 2: raw(1...2_000) { UInt8.random(in: 0x30...0x39, using: &$0) }
    case 3: "AST-" + raw(1...8) { UInt8.random(in: 0x2F...0x3A, using: &$0) }
    case 4:
      "%5DC1"
        + raw(1...60) { $0.next() % 6 == 0 ? 0x1D : UInt8.random(in: 0x20...0x7E, using: &$0) }
    case 5: "%5D" + raw(0...4) { UInt8.random(in: 0x20...0x7E, using: &$0) }
    case 6: scalars(1...30)
    case 7: cut(raw(2...10) { UInt8.random(in: 0...255, using: &$0) })
    default: broken(PercentText.of(Self.texts[Int.random(in: 0..<20, using: &random)]))
    }
  }

  private mutating func raw(
    _ length: ClosedRange<Int>, _ byte: (inout RandomSource) -> UInt8
  ) -> String {
    (0..<Int.random(in: length, using: &random)).map { _ in PercentText.escape(byte(&random)) }
      .joined()
  }

  private mutating func scalars(_ length: ClosedRange<Int>) -> String {
    (0..<Int.random(in: length, using: &random)).map { _ in
      PercentText.of(Int.random(in: 1...0x10FFFF, using: &random))
    }.joined()
  }

  private mutating func cut(_ encoded: String) -> String {
    String(encoded.dropLast(Int.random(in: 1...2, using: &random)))
  }

  /// Takes one character out of the middle.
  private mutating func broken(_ encoded: String) -> String {
    guard !encoded.isEmpty else { return encoded }
    var text = encoded
    let offset = Int.random(in: 0..<text.count, using: &random)
    text.remove(at: text.index(text.startIndex, offsetBy: offset))
    return text
  }
}

/// Percent-encoding, written anew so that the service is not tested by its own.
enum PercentText {
  static func escape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (byte < 16 ? "0" : "") + digits
  }

  /// Every byte of the text, escaped.
  static func of(_ text: String) -> String { text.utf8.map(escape).joined() }

  /// A scalar by its number; a number that is none gives the bytes that UTF-8 would have for it.
  static func of(_ number: Int) -> String {
    if let scalar = Unicode.Scalar(UInt32(number)) { return of(String(scalar)) }
    let bytes = [0xE0 | number >> 12, 0x80 | number >> 6 & 0x3F, 0x80 | number & 0x3F]
    return bytes.map { escape(UInt8(truncatingIfNeeded: $0)) }.joined()
  }
}
