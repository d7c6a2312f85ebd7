/// The symbol characters of EAN and UPC (ISO/IEC 15420:2009, 4.2).
enum EANUPCPatterns {
  /// Number set A (Table 1): widths of space, bar, space, bar of the digits 0…9, in modules.
  ///
  /// Each digit has seven modules. Number set C has the same widths, bar first.
  static let setA: [[UInt8]] = [
    [3, 2, 1, 1], [2, 2, 2, 1], [2, 1, 2, 2], [1, 4, 1, 1], [1, 1, 3, 2],
    [1, 2, 3, 1], [1, 1, 1, 4], [1, 3, 1, 2], [1, 2, 1, 3], [3, 1, 1, 2],
  ]

  /// Number set B (Table 1): set C from right to left.
  static let setB: [[UInt8]] = setA.map { $0.reversed() }

  /// Which of the six digits of the left half are in number set B; that tells the first digit of
  /// EAN-13, which has no bars of its own (Table 3).
  static let leadingDigit: [[Bool]] = [
    "AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA",
    "ABBABA",
  ].map { $0.map { $0 == "B" } }

  /// The normal guard pattern, left and right (Table 2).
  static let normalGuard: [UInt8] = [1, 1, 1]
  /// The centre guard pattern (Table 2).
  static let centreGuard: [UInt8] = [1, 1, 1, 1, 1]
}
