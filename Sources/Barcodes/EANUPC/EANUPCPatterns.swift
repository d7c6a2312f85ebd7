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
  static let leadingDigit = sets(
    "AAAAAA AABABB AABBAB AABBBA ABAABB ABBAAB ABBBAA ABABAB ABABBA ABBABA")

  /// Which of the six digits of UPC-E are in number set B; that tells the check digit of number
  /// system 0 (Table 4).
  ///
  /// Number system 1 has the other set each time.
  static let checkDigitOfUPCE = sets(
    "BBBAAA BBABAA BBAABA BBAAAB BABBAA BAABBA BAAABB BABABA BABAAB BAABAB")

  /// The sets of an EAN-2 by its value modulo 4 (Table 5).
  static let addOn2 = sets("AA AB BA BB")
  /// The sets of an EAN-5 by its check sum (Table 6).
  static let addOn5 = sets("BBAAA BABAA BAABA BAAAB ABBAA AABBA AAABB ABABA ABAAB AABAB")

  private static func sets(_ table: String) -> [[Bool]] {
    table.split(separator: " ").map { $0.map { $0 == "B" } }
  }

  /// The normal guard pattern, left and right (Table 2).
  static let normalGuard: [UInt8] = [1, 1, 1]
  /// The centre guard pattern (Table 2).
  static let centreGuard: [UInt8] = [1, 1, 1, 1, 1]
  /// The special guard pattern at the right of UPC-E (Table 2).
  static let specialGuard: [UInt8] = [1, 1, 1, 1, 1, 1]
  /// What an add-on begins with (Table 2).
  static let addOnGuard: [UInt8] = [1, 1, 2]
  /// What stands between the digits of an add-on (Table 2): a space and a bar.
  static let addOnDelineator: [UInt8] = [1, 1]
}
