import Tabular
import Testing

@Suite struct JSONTests {
  @Test func `an array of objects gives rows, and numbers keep their text`() throws {
    let table = rows(
      try read(
        #"""
        [
          {"tag": "A\u00e9\ud83d\ude00\n\/", "price": 1.50, "big": 12345678901234567890},
          {"on": true, "off": false, "none": null}
        ]
        """#, named: "a.json"))
    #expect(table[0].values == ["Aé😀\n/", "1.50", "12345678901234567890"])
    #expect(table[1].values == ["true", "false", ""])
    #expect(table.map(\.line) == [2, 3])
    #expect(rows(try read(" [ ] ", named: "a.json")).isEmpty)
  }

  @Test func `one object a line gives rows, and a bad line spoils itself alone`() throws {
    let results = try read(
      #"""
      {"tag":"A"}

      {"tag":"B" 1}
      {"tag":B}
      {"tag":"C","more":[1,{"x":"]"}]}
      {"tag":"\ud800"}
      {"tag":"D","tag":"E"}
      {"tag":"F"} x
      {"tag":"G"}
      """#, named: "a.ndjson")
    #expect(rows(results).map { $0["tag"] } == ["A", "G"])
    #expect(
      faults(results).map(\.code) == [
        "table.syntax", "table.syntax", "table.nested-value", "table.encoding",
        "table.duplicate-column", "table.syntax",
      ])
    #expect(faults(results).map(\.line) == [3, 4, 5, 6, 7, 8])
    #expect(faults(results).map(\.row) == [2, 3, 4, 5, 6, 7])
    #expect(faults(results)[1].message.contains("“B” is no value"))
  }

  @Test func `a nested value in an array spoils its row alone`() throws {
    let results = try read(#"[{"a":{"b":[1]}},{"a":"2"}]"#, named: "a.json")
    #expect(faults(results).map(\.code) == ["table.nested-value"])
    #expect(faults(results)[0].message.contains("the value of “a”"))
    #expect(rows(results).map(\.values) == [["2"]])
  }

  @Test func `an array of texts is a column that is there as often, where it may be`() throws {
    let text =
      #"{"tag":"A","code":["x",7,null,true]}"# + "\n" + #"{"tag":"B","code":[]}"# + "\n"
      + #"{"tag":"C","code":"y","code":[["z"],"w"]}"# + "\n" + #"{"tag":["D"]}"# + "\n"
    let results = try read(text, named: "a.ndjson", repeating: ["code"])
    #expect(rows(results).map { $0.all("code") } == [["x", "7", "", "true"], []])
    #expect(faults(results).map(\.code) == ["table.nested-value", "table.nested-value"])
    #expect(faults(results).map(\.line) == [3, 4])
  }

  @Test func `broken JSON ends an array with a place`() throws {
    let results = try read("[{\"a\":\"1\"},\n {\"a\" \"2\"},{\"a\":\"3\"}]", named: "a.json")
    #expect(rows(results).count == 1)
    #expect(
      faults(results).map(\.message) == [
        "a.json, line 2, character 7: expected a colon after the name, but got “\"”."
      ])
  }

  @Test(arguments: ["01", "1.", ".5", "+1", "1e", "NaN", "tru", "-"])
  func `what JSON doesn't call a number is refused`(word: String) throws {
    #expect(faults(try read("{\"a\":\(word)}", named: "a.ndjson")).map(\.code) == ["table.syntax"])
  }

  @Test(arguments: ["{\"a\":1}", "[1,2]", "\"text\"", "17"])
  func `what isn't an array of objects is refused as a whole`(text: String) {
    #expect(openingFault(Array(text.utf8), named: "a.json")?.code == "table.format")
  }
}
