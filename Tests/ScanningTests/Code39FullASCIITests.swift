import Scanning
import Testing

struct Code39FullASCIITests {
  @Test func `every character of ASCII has its pair`() throws {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-. ")
    let shifted = "$%/+".flatMap { shift in
      "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { String([shift, $0]) }
    }
    let decoded = Set(shifted.compactMap(Code39FullASCII.decode).flatMap(\.unicodeScalars))
    let expected = Set((UInt32(0)...127).compactMap(Unicode.Scalar.init))
    #expect(decoded.union(plain.flatMap(\.unicodeScalars)) == expected)
    #expect(decoded.intersection(plain.flatMap(\.unicodeScalars)) == ["-", "."])
  }

  @Test(arguments: [
    ("+A+B+C", "abc"), ("/A/O/Z", "!/:"), ("%A%K%P%V%W", "\u{1B}[{@`"), ("$A$M$Z", "\u{1}\r\u{1A}"),
    ("AB-12. X", "AB-12. X"), ("", ""),
  ])
  func `pairs stand for characters`(pairs: String, text: String) {
    #expect(Code39FullASCII.decode(pairs) == text)
  }

  @Test(arguments: ["50%", "A+", "$1", "+-", "/P", "/Y", "%%A", "++A"])
  func `a shift without its partner is plain Code 39`(text: String) {
    #expect(Code39FullASCII.decode(text) == nil)
  }
}
