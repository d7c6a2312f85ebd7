import Diagnostics

/// What tells whether something is still what it was: FNV-1a with 64 bits (Fowler, Noll, Vo).
///
/// It notices changes; it doesn't withstand somebody who looks for two texts with one fingerprint.
struct Fingerprint: Sendable, Equatable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a text and its end, so that `a`, `bc` isn't `ab`, `c`: 0xFF is in no UTF-8.
  mutating func add(_ text: String) {
    var state = self.state
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    self.state = (state ^ 0xFF) &* 0x100_0000_01B3
  }

  /// Sixteen hexadecimal digits.
  var text: String { withUnsafeBytes(of: state.bigEndian) { Hex.text($0) } }
}
