/// EXIF as a camera writes it: a TIFF structure, big-endian, with one directory inside another.
struct TIFFSample {
  var orientation: UInt16?
  var date: String?
  var offset: String?
  /// What is done to the bytes before they are put into a file.
  var damage: (inout [UInt8]) -> Void = { _ in }

  init(orientation: UInt16? = nil, date: String? = nil, offset: String? = nil) {
    (self.orientation, self.date, self.offset) = (orientation, date, offset)
  }

  var bytes: [UInt8] {
    let main = 8, details = main + 2 + 2 * 12 + 4
    var text = details + 2 + 2 * 12 + 4
    var bytes: [UInt8] = [0x4D, 0x4D, 0x00, 0x2A] + long(UInt32(main))
    bytes += short(2)
    bytes += short(0x0112) + short(3) + long(1) + short(orientation ?? 1) + short(0)
    bytes += short(0x8769) + short(4) + long(1) + long(UInt32(details)) + long(0)
    bytes += short(2)
    var texts: [UInt8] = []
    for (tag, value) in [(0x9003, date ?? ""), (0x9011, offset ?? "")] {
      let content = Array(value.utf8) + [0]
      // A text of four bytes or fewer lies in the entry itself.
      if content.count <= 4 {
        bytes += short(UInt16(tag)) + short(2) + long(UInt32(content.count))
        bytes += content + Array(repeating: 0, count: 4 - content.count)
      } else {
        bytes += short(UInt16(tag)) + short(2) + long(UInt32(content.count)) + long(UInt32(text))
        texts += content
        text += content.count
      }
    }
    bytes += long(0) + texts
    damage(&bytes)
    return bytes
  }

  /// The file with an APP1 segment right after its first marker.
  func inserted(intoJPEG file: [UInt8]) -> [UInt8] {
    let content = Array("Exif\0\0".utf8) + bytes
    return file[..<2] + [0xFF, 0xE1] + short(UInt16(content.count + 2)) + content + file[2...]
  }

  private func short(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }
  private func long(_ value: UInt32) -> [UInt8] {
    short(UInt16(value >> 16)) + short(UInt16(value & 0xFFFF))
  }
}
