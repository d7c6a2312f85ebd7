/// Bytes as lower-case hexadecimal digits.
public enum Hex {
  /// Two digits a byte.
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    Array(bytes).withUnsafeBytes { text($0) }
  }

  /// Two digits a byte, of bytes that lie in memory.
  public static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
      var end = 0
      for byte in bytes {
        (text[end], text[end + 1]) = digits(byte)
        end += 2
      }
      return end
    }
  }

  /// The two digits of a byte, in ASCII.
  public static func digits(_ byte: UInt8) -> (UInt8, UInt8) {
    (digit(byte >> 4), digit(byte & 15))
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
