import Foundation

/// A small picture of a symbol and of what is around it: what a person looks at to believe it.
public struct SymbolCrop: Sendable, Equatable, Codable {
  /// A grayscale PNG.
  public let png: [UInt8]
  /// The symbol's outline, in pixels of the crop.
  public let polygon: [PixelPoint]

  private enum CodingKeys: CodingKey {
    case png, polygon
  }

  /// A crop of its parts.
  public init(png: [UInt8], polygon: [PixelPoint]) {
    (self.png, self.polygon) = (png, polygon)
  }

  /// A crop whose PNG was written as base64.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    png = Array(try values.decode(Data.self, forKey: .png))
    polygon = try values.decode([PixelPoint].self, forKey: .polygon)
  }

  /// Writes the PNG as base64: as numbers it would take three times the room.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(Data(png), forKey: .png)
    try values.encode(polygon, forKey: .polygon)
  }
}
