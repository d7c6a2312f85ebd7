/// How the content of symbols is read, where the symbol itself doesn't tell.
public struct ContentOptions: Sendable, Equatable, Codable {
  /// Whether pairs of characters of Code 39 stand for one of ASCII (ISO/IEC 16388, annex A).
  public var code39FullASCII: Bool
  /// How many digits Interleaved 2 of 5 must have to be believed: it checks nothing, and a part
  /// of a symbol looks like a shorter one.
  public var minimumITFLength: Int

  /// Options, by default those of scans that say nothing.
  public init(code39FullASCII: Bool = false, minimumITFLength: Int = 6) {
    (self.code39FullASCII, self.minimumITFLength) = (code39FullASCII, minimumITFLength)
  }
}
