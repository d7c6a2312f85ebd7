/// How the content of symbols is read, where the symbol itself doesn't tell.
public struct ContentOptions: Sendable, Equatable, Codable {
  /// Whether pairs of characters of Code 39 stand for one of ASCII (ISO/IEC 16388, annex A).
  public var code39FullASCII: Bool

  /// Options, by default those of scans that say nothing.
  public init(code39FullASCII: Bool = false) {
    self.code39FullASCII = code39FullASCII
  }
}
