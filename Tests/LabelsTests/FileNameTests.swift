import TestSupport
import Testing

@testable import Labels

@Suite struct FileNameTests {
  @Test(arguments: [
    ("IT-000123", "IT-000123"), ("../../etc/passwd", "_.._etc_passwd"),
    ("/absolute", "_absolute"), (".hidden", "hidden"), ("a\u{0}b\nc", "a_b_c"),
    ("C:\\con", "C__con"), ("con", "_con"), ("Aux.1", "_Aux.1"),
    ("trailing. ", "trailing"),
    ("Größe 7", "Größe 7"), ("a\u{202E}gnp", "a_gnp"), ("日本", "日本"),
  ])
  func `a hostile name becomes a plain one`(text: String, name: String) throws {
    #expect(try FileName.safe(text) == name)
  }

  @Test(arguments: ["", ".", "..", "...", " ", "/", "\u{7F}", "._."])
  func `a name of which nothing is left is refused`(text: String) {
    #expect(throws: LabelFault.self) { try FileName.safe(text) }
  }

  @Test func `a long name is cut between characters`() throws {
    let name = try FileName.safe(String(repeating: "é👩‍👩‍👧", count: 100))
    #expect(name.utf8.count <= 200)
  }

  @Test func `no name leaves its folder, whatever it is made of`() throws {
    var random = RandomSource(seed: 9)
    for _ in 0..<2000 {
      let scalars = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
        Unicode.Scalar(
          UInt32.random(in: 0...0x3000, using: &random)
            & (Bool.random(using: &random) ? 0x7F : 0x3FFF))
      }
      let text = String(String.UnicodeScalarView(scalars))
      guard let name = try? FileName.safe(text) else { continue }
      let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "/" && $0 != "\\" }
      #expect(isPlain && !name.hasPrefix(".") && name.utf8.count <= 255, "\(text.debugDescription)")
    }
  }
}
