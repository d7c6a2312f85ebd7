/// Numbers out of a file's bytes; nil or 0 beyond their end, as said.
extension [UInt8] {
  /// A number of 16 bits, the least significant byte first; nil beyond the end.
  func littleShort(at offset: Int) -> Int? {
    guard offset >= 0, offset + 2 <= count else { return nil }
    return Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  /// A number of 32 bits, the least significant byte first; nil beyond the end.
  func littleLong(at offset: Int) -> UInt32? {
    guard let low = littleShort(at: offset), let high = littleShort(at: offset + 2) else {
      return nil
    }
    return UInt32(low) | UInt32(high) << 16
  }
}

/// Colours as luma (ITU-R BT.601), as all decoders of this room have it.
enum Luma {
  @inline(__always)
  static func of(red: UInt8, green: UInt8, blue: UInt8) -> UInt8 {
    let weighted: UInt32 = 77 * UInt32(red) + 150 * UInt32(green) + 29 * UInt32(blue)
    return UInt8((weighted + 128) >> 8)
  }

  @inline(__always)
  static func overWhite(_ luma: UInt8, alpha: UInt8) -> UInt8 {
    let (shade, share) = (UInt32(luma), UInt32(alpha))
    let mixed: UInt32 = shade * share + 255 * (255 - share)
    return UInt8((mixed + 127) / 255)
  }

  /// A sample of any depth as one of 8 bits.
  @inline(__always)
  static func scaled(_ value: UInt32, most: UInt32) -> UInt8 {
    let (sample, white) = (UInt64(min(value, most)), UInt64(most))
    return UInt8((sample * 255 + white / 2) / white)
  }
}
