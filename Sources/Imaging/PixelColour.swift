/// The colour of a pixel: red, green and blue of eight bits each, as a screen takes them (sRGB).
public struct PixelColour: Sendable, Hashable {
  /// 0 to 255.
  public let red: UInt8
  /// 0 to 255.
  public let green: UInt8
  /// 0 to 255.
  public let blue: UInt8

  /// A colour of its three parts.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// No light at all.
  public static let black = PixelColour(red: 0, green: 0, blue: 0)
  /// All of the light.
  public static let white = PixelColour(red: 255, green: 255, blue: 255)
}
