import TestSupport

/// zint as an encoder that isn't ours.
enum Zint {
  static let program = Program.tool("zint")

  /// The modules of each linear symbol as zint writes it, in rows of 0 and 1.
  ///
  /// Bytes go in as escapes, so that any can be asked for; `--dump` writes a hexadecimal row a
  /// symbol, filled up with zeros. A symbol ends with a bar, so the zeros can be cut off.
  static func modules(of texts: [[UInt8]], type: Int) throws -> [String] {
    let folder = try TemporaryFolder()
    let lines = texts.map { bytes in
      bytes.map { "\\x" + hex($0 >> 4) + hex($0 & 15) }.joined() + "\n"
    }
    let input = try folder.write("input.txt", lines.joined())
    let result = try program!.run(
      ["-b", "\(type)", "--batch", "--binary", "--esc", "--dump", "-i", input], in: folder.path)
    return result.lines.filter { !$0.isEmpty }.map(modules)
  }

  private static func modules(_ dump: String) -> String {
    let bits = dump.compactMap(\.hexDigitValue).map { digit in
      let binary = String(digit, radix: 2)
      return String(repeating: "0", count: 4 - binary.count) + binary
    }
    let row = bits.joined()
    return row.lastIndex(of: "1").map { String(row[...$0]) } ?? ""
  }

  private static func hex(_ digit: UInt8) -> String { String(digit, radix: 16, uppercase: true) }
}
