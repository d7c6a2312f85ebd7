import Diagnostics

extension LineReader {
  /// Refuses a manifest with lines that this program doesn't write; what an interrupted run leaves, the
  /// beginning of one more line, is no damage.
  ///
  /// - Throws: `label.manifest-damaged`.
  func refuseDamage(in path: String) throws(LabelFault) {
    var (number, last): (Int, [UInt8]?) = (0, nil)
    while let line = next() {
      number += 1
      guard ManifestLines.row(of: line) != nil, line.last == UInt8(ascii: "}"),
        line.allSatisfy({ $0 >= 0x20 })
      else { throw .damaged(path, line: number) }
      last = line
    }
    // The other lines are read as JSON when their labels are looked for; a million of them take long.
    if let last, ListedLine(last) == nil { throw .damaged(path, line: number) }
    guard ManifestLines.canBegin(with: rest) else { throw .damaged(path, line: number + 1) }
  }
}

extension LabelFault {
  fileprivate static func damaged(_ path: String, line: Int) -> LabelFault {
    damaged("\(SafeText.terminal(path)) is damaged: its line \(line) isn't one of a manifest.")
  }

  /// A manifest says what no run of this program has written.
  static func damaged(_ what: String) -> LabelFault {
    LabelFault(
      code: "label.manifest-damaged",
      message: what + " Nothing was written. Take that line and all behind it away and go on with "
        + "--resume, or begin anew without it.")
  }
}

extension ManifestLines {
  private static let beginning = Array(#"{"row":"#.utf8)
  private static let refusalMark = Array(#""error":{"#.utf8)

  /// Every line begins with its row.
  static func row(of line: [UInt8]) -> Int? {
    guard line.starts(with: beginning) else { return nil }
    let digits = line[beginning.count...].prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// Whether a line can begin so.
  static func canBegin(with torn: [UInt8]) -> Bool {
    torn.count <= beginning.count
      ? beginning.starts(with: torn)
      : torn.starts(with: beginning) && torn.allSatisfy { $0 >= 0x20 }
  }

  /// The quotes of a text's content are escaped, so these bytes are nowhere else.
  static func isRefusal(_ line: [UInt8]) -> Bool {
    line.indices.contains { line[$0] == refusalMark[0] && line[$0...].starts(with: refusalMark) }
  }
}
