/// A linear symbol that was read along one profile.
struct LineReading {
  var kind: ZBarKind
  /// As zbar would give it.
  var bytes: [UInt8]
  /// FNC1 stands first.
  var isGS1 = false
  /// FNC1 stands behind the first character or pair of digits.
  var isAIM = false
  /// Where the first bar begins and the last one ends on the profile, near before far.
  var near: Float
  var far: Float
  /// Whether it was read from far to near.
  var isReversed = false
  /// How far the bars are from what they should be: 0 is exact, 1 as good as guessed.
  var doubt: Float
}
