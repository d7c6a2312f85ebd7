import TestSupport

/// Random bytes (Latin-1) of alphabets that pull an encoder in different directions.
enum RandomText {
  private static let digits = Array(UInt8(ascii: "0")...UInt8(ascii: "9"))
  static let ascii = Array(UInt8(0)...127)
  static let latin1 = Array(UInt8(0)...255)

  private static let alphabets: [[UInt8]] = [
    digits, digits + Array("AB-".utf8), Array("0123456789ABCabc".utf8), digits + [1, 10, 97, 65],
    Array("aB\u{1}\u{2}cD".utf8), Array(" ".utf8) + Array(UInt8(33)...126), ascii,
  ]

  /// Different texts of 1…30 bytes of ASCII.
  static func asciiTexts(_ count: Int, seed: UInt64) -> [[UInt8]] {
    texts(count, seed: seed, alphabets)
  }

  /// Different texts of 1…30 bytes of Latin-1.
  static func latin1Texts(_ count: Int, seed: UInt64) -> [[UInt8]] {
    texts(count, seed: seed, [latin1, digits + [0xE9, 0xC0, 65], [0xE9, 0xFC, 0x81, 97, 49, 50]])
  }

  private static func texts(_ count: Int, seed: UInt64, _ alphabets: [[UInt8]]) -> [[UInt8]] {
    var random = RandomSource(seed: seed), texts: Set<[UInt8]> = [], list: [[UInt8]] = []
    while list.count < count {
      let alphabet = alphabets.randomElement(using: &random)!
      let length = Int.random(in: 1...30, using: &random)
      let text = (0..<length).map { _ in alphabet.randomElement(using: &random)! }
      if texts.insert(text).inserted { list.append(text) }
    }
    return list
  }
}

extension String {
  /// The text whose code points are the bytes.
  init(latin1 bytes: [UInt8]) {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: bytes.map { Unicode.Scalar($0) })
    self.init(scalars)
  }
}

extension RandomText {
  /// Different texts of 1…60 bytes of ASCII, put together of runs that suit one scheme of Data
  /// Matrix each.
  static func dataMatrixTexts(_ count: Int, seed: UInt64) -> [[UInt8]] {
    let runs = [
      Array("0123456789".utf8), Array("ABCDEFGHIJ 0123".utf8), Array("abcdefghij 0123".utf8),
      Array("AB12\r*>".utf8), Array(UInt8(32)...94), Array(UInt8(0)...31), Array("A!b".utf8),
    ]
    var random = RandomSource(seed: seed), texts: Set<[UInt8]> = [], list: [[UInt8]] = []
    while list.count < count {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let run = runs.randomElement(using: &random)!
        let length = Int.random(in: 1...12, using: &random)
        text += (0..<length).map { _ in run.randomElement(using: &random)! }
      }
      if texts.insert(text).inserted { list.append(text) }
    }
    return list
  }
}

extension RandomText {
  /// A text of runs of digits, capitals, small letters and letters beyond ASCII, of a number of
  /// bytes in UTF-8.
  static func mixed(_ bytes: ClosedRange<Int>, using random: inout RandomSource) -> String {
    let runs = ["0123456789", "ABC $%*+-./:09", "abcxyz?&=#", "äé漢字"].map(Array.init)
    let length = Int.random(in: bytes, using: &random)
    var text = ""
    while true {
      let run = runs.randomElement(using: &random)!
      for _ in 0..<Int.random(in: 1...25, using: &random) {
        let next = text + String(run.randomElement(using: &random)!)
        guard next.utf8.count <= length else { return text.isEmpty ? "7" : text }
        text = next
      }
    }
  }
}
