import Foundation
import Imaging

/// A picture as a graphic field (`^GF`), compressed with zlib and in base 64 (`:Z64:`).
struct ZPLGraphic {
  let deflater: Deflater

  /// The field with its top left dot at a place.
  func field(_ bitmap: Bitmap, x: Int, y: Int) -> String {
    let bytes = bitmap.bytes
    let data = Data(deflater.compress(bytes)).base64EncodedString()
    return "^FO\(x),\(y)^GFA,\(bytes.count),\(bytes.count),\(bitmap.bytesPerRow),"
      + ":Z64:\(data):\(Self.check(data))^FS\n"
  }

  /// The check of the data as it is written: CRC-16 of CCITT's polynomial x¹⁶ + x¹² + x⁵ + 1, from 0.
  static func check(_ data: String) -> String {
    var sum: UInt16 = 0
    for byte in data.utf8 { sum = sum << 8 ^ table[Int(UInt8(sum >> 8) ^ byte)] }
    return ZPLText.hexadecimal(UInt8(sum >> 8)) + ZPLText.hexadecimal(UInt8(sum & 0xFF))
  }

  private static let table: [UInt16] = (0..<256).map { index in
    (0..<8).reduce(UInt16(index) << 8) { sum, _ in sum << 1 ^ (sum & 0x8000 == 0 ? 0 : 0x1021) }
  }
}
