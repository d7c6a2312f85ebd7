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

  /// The rows of Data Matrix symbols as zint writes them; `options` ask for a size, or for the
  /// smallest square (`--square`), `heights` are the rows of rectangles by their columns.
  static func dataMatrix(
    of texts: [[UInt8]], _ options: [String], heights: [Int: Int] = [:]
  ) throws -> [[String]] {
    let folder = try TemporaryFolder()
    let lines = texts.map { $0.map { "\\x" + hex($0 >> 4) + hex($0 & 15) }.joined() + "\n" }
    let input = try folder.write("input.txt", lines.joined())
    let result = try program!.run(
      ["-b", "71"] + options + ["--batch", "--binary", "--esc", "--dump", "-i", input],
      in: folder.path)
    var rest = result.lines.filter { !$0.isEmpty }.map(modules)[...], symbols: [[String]] = []
    while let first = rest.first {
      // The upper edge is dashed and ends with a light module.
      let columns = first.count + 1, rows = heights[columns] ?? columns
      symbols.append(rest.prefix(rows).map { $0.padding(toLength: columns) })
      rest = rest.dropFirst(rows)
    }
    return symbols
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

extension String {
  fileprivate func padding(toLength length: Int) -> String {
    self + String(repeating: "0", count: max(0, length - count))
  }
}
