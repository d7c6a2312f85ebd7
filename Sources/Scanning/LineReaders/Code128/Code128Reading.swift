/// A Code 128 symbol that was read along one profile.
struct Code128Reading: Equatable {
  /// The start character and all behind it, without check and stop character.
  let words: [UInt8]
  /// Where the first bar begins and the last one ends on the profile, near before far.
  private(set) var near: Float
  private(set) var far: Float
  /// Whether it was read from far to near.
  private(set) var isReversed = false

  init(words: [UInt8], near: Float, far: Float) {
    (self.words, self.near, self.far) = (words, near, far)
  }

  /// The same symbol on the profile itself, where it was read from behind.
  func mirrored(length: Float) -> Self {
    var reading = self
    (reading.near, reading.far) = (length - far, length - near)
    reading.isReversed = true
    return reading
  }
}
