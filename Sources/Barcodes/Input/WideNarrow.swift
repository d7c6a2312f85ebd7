/// Patterns of wide and narrow elements, as tables write them: `w` and `n`, bar first.
enum WideNarrow {
  /// The widths of a pattern, in modules.
  ///
  /// - Parameter wide: modules of a wide element; a narrow one has one.
  static func widths(_ pattern: some StringProtocol, wide: UInt8) -> [UInt8] {
    pattern.utf8.map { $0 == UInt8(ascii: "w") ? wide : 1 }
  }
}
