import Tabular
import TestSupport
import Testing

@Suite struct RowReaderTests {
  @Test func `a file far greater than the buffer is read row by row`() throws {
    let folder = try TemporaryFolder()
    let count = 20_000
    let lines = (1...count).map { "A-\($0),\"name of\n\($0)\"" }.joined(separator: "\n")
    let reader = try RowReader(folder.write("big.csv", "tag,name\n" + lines))
    var expected = 0
    for result in reader {
      expected += 1
      let row = try result.get()
      #expect(row["tag"] == "A-\(expected)" && row.line == expected * 2)
    }
    #expect(expected == count)
    #expect(reader.columns == ["tag", "name"])
  }

  @Test func `the format is told by the name, or else by the first byte`() throws {
    let array = Array("[{\"a\":\"1\"}]".utf8), line = Array("{\"a\":\"1\"}".utf8)
    #expect(try RowReader(bytes: array, name: "standard input").format == .json)
    #expect(try RowReader(bytes: line, name: "standard input").format == .ndjson)
    #expect(try RowReader(bytes: Array("a\n1".utf8), name: "standard input").format == .csv)
    #expect(TableFormat(path: "in.d/list.JSONL") == .ndjson)
    #expect(TableFormat(path: "in.json/list") == nil)
  }

  @Test func `a missing file and a folder are named`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: TableFault.self) { try RowReader(folder.path("none.csv")) }
    do throws(TableFault) {
      _ = try RowReader(folder.path)
    } catch {
      #expect(error.code == "table.unreadable")
      #expect(error.message.contains("is a directory"))
    }
  }
}
