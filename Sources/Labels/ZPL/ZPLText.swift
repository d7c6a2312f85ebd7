/// ZPL II as it is written: commands, and data that can't become commands.
struct ZPLText {
  private(set) var text = ""

  mutating func append(_ command: String) { text += command }

  /// Field data behind `^FH`, as UTF-8 (`^CI28`): what a printer would take for a command or an
  /// escape, and what isn't plain ASCII, stands in hexadecimal behind a low line.
  mutating func appendData(_ data: String) {
    text += "^FH_^FD"
    for byte in data.utf8 {
      switch byte {
      case UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "_"), UInt8(ascii: "\\"),
        0..<0x20, 0x7F...:
        text += "_" + Self.hexadecimal(byte)
      default: text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    text += "^FS\n"
  }

  static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
