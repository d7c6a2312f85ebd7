/// Files that hold a table but are no text, told by their first bytes.
enum PackedFile {
  private static let kinds: [(start: [UInt8], advice: String)] = [
    ([0x1F, 0x8B], "is compressed by gzip; unpack it first"),
    // PKWARE's APPNOTE, 4.3.7; workbooks of Excel and LibreOffice are such archives.
    (Array("PK\u{3}\u{4}".utf8), "is a workbook or a ZIP archive; save the sheet as CSV"),
    // Compound files, as older programs wrote workbooks ([MS-CFB] 2.2).
    ([0xD0, 0xCF, 0x11, 0xE0], "is a workbook; save the sheet as CSV"),
    (Array("%PDF-".utf8), "is a PDF; ask for the table as CSV"),
    (Array("SQLite format 3\0".utf8), "is a database of SQLite; export the table as CSV"),
  ]

  /// Refuses what no encoding makes a table of.
  static func refuse(_ start: [UInt8], _ name: String) throws(TableFault) {
    for kind in kinds where start.starts(with: kind.start) {
      throw TableFault(code: "table.format", message: "\(name) \(kind.advice).")
    }
  }
}
