import Diagnostics
import Tabular
import TestSupport
import Testing

@Suite struct TableWriterTests {
  private static let columns: [TableWriter.Column] = [
    .init("tag"), .init("name"), .init("code", width: 3),
  ]

  private func written(_ format: TableFormat, _ rows: [[[String]]]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = TableWriter(format, Self.columns) { bytes += $0 }
    for row in rows { try writer.write(row) }
    try writer.finish()
    return bytes
  }

  private func text(_ format: TableFormat, _ rows: [[[String]]]) throws -> String {
    String(decoding: try written(format, rows), as: UTF8.self)
  }

  @Test func `each format is what its readers expect`() throws {
    let rows = [[["A"], ["x,\"y\"\n"], ["1", "2"]], [["B"], [""], []]]
    #expect(
      try text(.csv, rows) == "tag,name,code,code,code\nA,\"x,\"\"y\"\"\n\",1,2,\nB,,,,\n")
    #expect(
      try text(.ndjson, rows)
        == #"{"tag":"A","name":"x,\"y\"\n","code":["1","2"]}"# + "\n{\"tag\":\"B\",\"name\":\"\"}\n"
    )
    #expect(
      try text(.json, [rows[1], rows[1]])
        == "[\n{\"tag\":\"B\",\"name\":\"\"},\n{\"tag\":\"B\",\"name\":\"\"}\n]\n")
    #expect(try text(.json, []) == "[\n]\n")
  }

  @Test(arguments: TableFormat.allCases)
  func `any text that is written is read again`(format: TableFormat) throws {
    var random = RandomSource(seed: 11)
    let alphabet = "ab,;\t|\"'=+-@\r\n\u{0}\u{1F} é\u{301}😀\u{2028}\\/{}[]".unicodeScalars.map(
      \.self)
    for _ in 0..<300 {
      let table = (0..<4).map { row in
        [["T\(row)"], [hostile(&random, alphabet)]]
          + [(0..<Int.random(in: 0...3, using: &random)).map { _ in hostile(&random, alphabet) }]
      }
      let options = TableOptions(format: format, mayRepeat: { $0 == "code" })
      let reader = try RowReader(bytes: written(format, table), name: "table", options)
      let read = rows(Array(reader)).map { row in
        [row.all("tag"), row.all("name"), row.all("code")]
          .map {
            $0.map {
              format == .csv ? Array(SafeText.withoutFormulaGuard($0).utf8) : Array($0.utf8)
            }
          }
      }
      // CSV has an empty cell where a row has fewer texts than the widest.
      let expected = table.map { row in
        [row[0], row[1], format == .csv ? padded(row[2]) : row[2]].map { $0.map { Array($0.utf8) } }
      }
      #expect(read == expected)
    }
  }

  private func hostile(_ random: inout RandomSource, _ alphabet: [Unicode.Scalar]) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? "a")
    }
    return text
  }

  private func padded(_ texts: [String]) -> [String] {
    texts + Array(repeating: "", count: 3 - texts.count)
  }

}
