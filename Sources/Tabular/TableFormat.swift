/// How a table is written in a file.
package enum TableFormat: String, Sendable, CaseIterable {
  /// Comma-separated values (RFC 4180), also with semicolons, tabs or bars.
  case csv
  /// An array of objects (RFC 8259).
  case json
  /// One object a line.
  case ndjson

  /// The format that a file's name promises, or nil where its ending says nothing.
  package init?(path: String) {
    let file = path.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: ".") else { return nil }
    switch file[file.index(after: dot)...].lowercased() {
    case "csv", "tsv", "tab", "txt": self = .csv
    case "json": self = .json
    case "ndjson", "jsonl": self = .ndjson
    default: return nil
    }
  }

  /// The format of content whose name says nothing: by its first byte.
  init(firstByte: UInt8?) {
    switch firstByte {
    case UInt8(ascii: "["): self = .json
    case UInt8(ascii: "{"): self = .ndjson
    default: self = .csv
    }
  }
}
