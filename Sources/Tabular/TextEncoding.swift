/// How the characters of a file are written as bytes.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// What spreadsheets on Windows write in western Europe.
  case windows1252 = "windows-1252"

  /// How people call it.
  package var title: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16 (little-endian)"
    case .utf16BigEndian: "UTF-16 (big-endian)"
    case .windows1252: "Windows-1252"
    }
  }

  /// The bytes that a file of this encoding may begin with to say so.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .windows1252: []
    }
  }

  /// The encoding that a byte order mark names; nil where there is none.
  init?(markedBy start: some Collection<UInt8>) {
    let marked = Self.allCases.first { encoding in
      !encoding.byteOrderMark.isEmpty && start.starts(with: encoding.byteOrderMark)
    }
    guard let marked else { return nil }
    self = marked
  }
}
