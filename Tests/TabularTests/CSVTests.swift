import Tabular
import TestSupport
import Testing

@Suite struct CSVTests {
  @Test func `quoted cells keep delimiters, line breaks and doubled quotes`() throws {
    let table = rows(try read("tag,name\nA-1,\"Chair, \"\"green\"\"\nwith arms\"\nA-2,Desk\n"))
    #expect(table.map(\.values) == [["A-1", "Chair, \"green\"\nwith arms"], ["A-2", "Desk"]])
    #expect(table.map(\.line) == [2, 4])
    #expect(table.map(\.number) == [1, 2])
    #expect(table[1]["name"] == "Desk")
    #expect(table[1].column(of: "name") == 2)
    #expect(table[1]["nothing"] == nil)
  }

  @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func `delimiter and line end are found out`(delimiter: String, end: String) throws {
    let text = ["a b\(delimiter)c", "1\(delimiter)2", "", "3\(delimiter)"].joined(separator: end)
    let table = rows(try read(text))
    #expect(table.map(\.names) == [["a b", "c"], ["a b", "c"]])
    #expect(table.map(\.values) == [["1", "2"], ["3", ""]])
    #expect(table.map(\.line) == [2, 4])
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `cells across the ends of the buffer come out whole, and faults name their place`(
    seed: UInt64
  ) throws {
    var random = RandomSource(seed: seed)
    let pieces = [
      "a", "Ä", "日本", "x y", "\"\"", ",", "\n", "\r\n", "é" + String(repeating: "z", count: 300),
    ]
    let cells = (0..<2000).map { _ in
      (0..<Int.random(in: 0...6, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
    }
    let text = "n,cell\n" + cells.map { "1,\"\($0)\"\n" }.joined() + "1,\"é\"é\n"
    let folder = try TemporaryFolder()
    let results = Array(try RowReader(folder.write("table.csv", text)))
    #expect(results == (try read(text, named: folder.path("table.csv"))))
    #expect(
      rows(results).compactMap { $0["cell"] } == cells.map { $0.replacing("\"\"", with: "\"") })
    let lines =
      cells.joined().replacing("\r\n", with: "\n").utf8.count { $0 == 0x0A } + cells.count + 2
    #expect(faults(results).map(\.code) == ["table.stray-quote"])
    #expect(faults(results)[0].message.contains("line \(lines): text at character 6 follows"))
  }

  @Test func `columns that nobody asks for are left out, and checked all the same`() throws {
    var bytes = Array("a,b,c\n1,2,3\n4,ä,6\n7,".utf8)
    bytes += [0xFF] + Array(",9\n".utf8)
    let reader = try RowReader(bytes: bytes, name: "table.csv")
    reader.leaveOut(allBut: ["c", "nothing"])
    let results = Array(reader)
    #expect(rows(results).map(\.names) == [["c"], ["c"]])
    #expect(rows(results).map(\.values) == [["3"], ["6"]])
    #expect(faults(results).map(\.column) == [2])
  }

  @Test func `a byte order mark is no part of the first name`() throws {
    #expect(rows(try read("\u{FEFF}tag\nA\n"))[0]["tag"] == "A")
  }

  @Test func `a quote inside an unquoted cell is a quote`() throws {
    #expect(rows(try read("size,name\n27\" wide,TV\n"))[0]["size"] == "27\" wide")
  }

  @Test func `a ragged row names line and counts, and reading goes on`() throws {
    let results = try read("a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n", named: "assets.csv")
    #expect(rows(results).map(\.number) == [1, 4])
    let ragged = faults(results)
    #expect(ragged.map(\.code) == ["table.ragged-row", "table.ragged-row"])
    #expect(ragged.map(\.row) == [2, 3])
    #expect(
      ragged[0].message
        == "assets.csv, line 3: the row has 2 cells, expected 3 as in the header.")
  }

  @Test func `a quote that is never closed names where it stands`() throws {
    let results = try read("a,b\n1,\"two\n3,4\n")
    #expect(rows(results).isEmpty)
    let fault = try #require(faults(results).first)
    #expect(fault.code == "table.unclosed-quote")
    #expect((fault.line, fault.column) == (2, 2))
    #expect(fault.message.contains("character 3"))
  }

  @Test func `text behind a closing quote spoils its row alone`() throws {
    let results = try read("a,b\n\"1\"x,2\n3,4\n")
    #expect(faults(results).map(\.code) == ["table.stray-quote"])
    #expect(rows(results).map(\.values) == [["3", "4"]])
  }

  @Test func `a cell that isn't UTF-8 names its column`() throws {
    let bytes = Array("tag,name\nA,".utf8) + [0xE9] + Array("\nB,ok\n".utf8)
    let results = Array(try RowReader(bytes: bytes, name: "old.csv"))
    #expect(faults(results).map(\.code) == ["table.encoding"])
    #expect(faults(results)[0].message.contains("column 2 (“name”)"))
    #expect(rows(results).map(\.values) == [["B", "ok"]])
  }

  @Test func `a quote that would swallow a great file is refused before that`() throws {
    let text = "a,b\n1,\"" + String(repeating: "x\n", count: 600_000)
    #expect(faults(try read(text)).map(\.code) == ["table.row-too-long"])
  }

  @Test func `columns may repeat only where that is allowed`() throws {
    let text = "tag,code,code\nA,1,2\n"
    let fault = try #require(openingFault(Array(text.utf8)))
    #expect(fault.code == "table.duplicate-column")
    #expect(fault.message == "data.csv, line 1: columns 2 and 3 are both called “code”.")
    #expect(rows(try read(text, repeating: ["code"]))[0].all("code") == ["1", "2"])
  }

  @Test func `a header without a name in it is refused`() {
    #expect(openingFault(Array("a,,c\n1,2,3\n".utf8))?.column == 2)
    #expect(openingFault([])?.code == "table.empty")
    #expect(openingFault(Array("\n\n".utf8))?.code == "table.empty")
    #expect(openingFault([0xFF, 0xFE, 0x61, 0x00])?.code == "table.format")
  }

  @Test func `whatever is quoted comes back`() throws {
    var random = RandomSource(seed: 7)
    let alphabet = Array("ab,;\t|\"\r\n é😀'=")
    for _ in 0..<300 {
      let table = (0..<3).map { _ in
        (0..<3).map { _ in
          String(
            (0..<Int.random(in: 0...6, using: &random)).map { _ in
              alphabet.randomElement(using: &random) ?? "a"
            })
        }
      }
      let text = (["x,y,z"] + table.map { $0.map(quoted).joined(separator: ",") })
        .joined(separator: "\r\n")
      #expect(rows(try read(text)).map(\.values) == table, "\(text.debugDescription)")
    }
  }

  private func quoted(_ cell: String) -> String {
    // By scalars: CR LF is one character to Swift.
    "\"" + cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
