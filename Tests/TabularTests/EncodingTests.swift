import Foundation
import Tabular
import TestSupport
import Testing

@Suite struct EncodingTests {
  private static let text = "tag;name\nA-1;Müller’s “Café” — 5 €\nA-2;Böttcher\n"
  private static let values = [["A-1", "Müller’s “Café” — 5 €"], ["A-2", "Böttcher"]]

  private func bytes(_ encoding: String.Encoding, mark: [UInt8] = []) throws -> [UInt8] {
    mark + Array(try #require(Self.text.data(using: encoding)))
  }

  private func read(
    _ bytes: [UInt8], _ encoding: TableOptions.Encoding = .guessed
  ) throws -> (RowReader, [Result<TableRow, TableFault>]) {
    let reader = try RowReader(bytes: bytes, name: "a.csv", TableOptions(encoding: encoding))
    return (reader, Array(reader))
  }

  @Test func `the encoding is told by the bytes, with a mark or without`() throws {
    let files: [(TextEncoding, [UInt8])] = [
      (.utf8, try bytes(.utf8)), (.utf8, try bytes(.utf8, mark: [0xEF, 0xBB, 0xBF])),
      (.utf16LittleEndian, try bytes(.utf16LittleEndian)),
      (.utf16LittleEndian, try bytes(.utf16LittleEndian, mark: [0xFF, 0xFE])),
      (.utf16BigEndian, try bytes(.utf16BigEndian)),
      (.utf16BigEndian, try bytes(.utf16BigEndian, mark: [0xFE, 0xFF])),
      (.windows1252, try bytes(.windowsCP1252)),
    ]
    for (encoding, bytes) in files {
      let (reader, results) = try read(bytes)
      #expect(reader.encoding == encoding)
      #expect(reader.delimiter == .semicolon)
      #expect(rows(results).map(\.values) == Self.values, "\(encoding)")
      let (_, again) = try read(bytes, .given(encoding))
      #expect(rows(again).map(\.values) == Self.values, "\(encoding)")
    }
  }

  @Test(
    arguments: [
      ([0x1F, 0x8B, 8, 0], "gzip"), (Array("PK\u{3}\u{4}x".utf8), "CSV"),
      ([0xD0, 0xCF, 0x11, 0xE0], "workbook"), (Array("%PDF-1.7".utf8), "PDF"),
      (Array("SQLite format 3\0".utf8), "database"),
    ] as [([UInt8], String)])
  func `what is no text is called by its name`(bytes: [UInt8], word: String) throws {
    let fault = #expect(throws: TableFault.self) { try read(bytes) }
    #expect(fault?.code == "table.format")
    #expect(fault?.message.contains(word) == true)
  }

  @Test func `a letter of Windows-1252 at the end of a great file counts, too`() throws {
    let folder = try TemporaryFolder()
    let rows = (1...40_000).map { "A-\($0),plain\n" }.joined()
    let path = try folder.write("old.csv", Array(("tag,name\n" + rows + "Z,M").utf8) + [0xFC])
    let reader = try RowReader(path, TableOptions(encoding: .guessed))
    #expect(reader.encoding == .windows1252)
    let last = try #require(Array(reader).last).get()
    #expect(last.values == ["Z", "Mü"])
  }

  @Test func `characters that lie across two buffers stay whole`() throws {
    let folder = try TemporaryFolder()
    for (encoding, unit) in [(String.Encoding.utf16LittleEndian, 2), (.utf8, 1)] {
      for shift in 0..<4 {
        let filler = String(repeating: "x", count: 65_536 / unit - 12 + shift)
        let text = "name\n\(filler)😀ü€😀ü€\n"
        let path = try folder.write("long.csv", Array(try #require(text.data(using: encoding))))
        let results = Array(try RowReader(path, TableOptions(encoding: .guessed)))
        #expect(rows(results).first?.values == [filler + "😀ü€😀ü€"])
      }
    }
  }

  @Test func `text that is broken in its encoding spoils its row alone`() throws {
    let lone = Array("a,b\n1,".utf8) + [0xC3] + Array("\nü,ö\nß,ä\n".utf8)
    let (reader, results) = try read(lone)
    #expect(reader.encoding == .utf8)
    #expect(faults(results).map(\.code) == ["table.encoding"])
    #expect(rows(results).map(\.values) == [["ü", "ö"], ["ß", "ä"]])

    let undefined: [UInt8] = Array("a,b\n1,".utf8) + [0x81, 0x0A, 0xE9, 0x2C, 0xE8, 0x0A]
    let (_, windows) = try read(undefined, .given(.windows1252))
    #expect(faults(windows).map { $0.message.contains("isn't Windows-1252") } == [true])
    #expect(rows(windows).map(\.values) == [["é", "è"]])

    let surrogate: [UInt8] = Array("a,b\n".utf16.flatMap { [UInt8($0), 0] }) + [0x00, 0xD8]
    let (_, utf16) = try read(surrogate + [0x2C, 0, 0x31, 0, 0x0A, 0, 0x32], .guessed)
    #expect(faults(utf16).map(\.code) == ["table.encoding", "table.ragged-row"])
  }

  @Test func `UTF-16 is refused where only UTF-8 is read`() throws {
    #expect(throws: TableFault.self) { try read(bytes(.utf16, mark: []), .utf8) }
  }

  @Test(arguments: CSVDelimiter.allCases)
  func `a delimiter that is given isn't guessed`(delimiter: CSVDelimiter) throws {
    let sign = delimiter == .tab ? "\t" : delimiter.rawValue
    let text = "a,b;c|d\te\(sign)f\n1,2;3|4\t5\(sign)6\n"
    let options = TableOptions(delimiter: delimiter)
    let reader = try RowReader(bytes: Array(text.utf8), name: "a.csv", options)
    #expect(reader.delimiter == delimiter)
    #expect(reader.columns?.count == 3)
  }
}
