import Foundation
import TestSupport
import Testing

/// `GET /api/v1/lookups/assets/`, over a socket.
struct LookupTests {
  private let served: ServedLedger

  init() throws { served = try ServedLedger() }

  @Test(arguments: [
    "AST-000001", "%5DC1AST-000001", "https%3A%2F%2Ft.example%2Fa%2FAST-000001", "AST-000001%0D%0A",
  ])
  func `one asset is found by its tag as scanners send it`(_ encoded: String) throws {
    let answer = try served.lookup(encoded)
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == "application/json")
    let json = try #require(answer.json)
    #expect(json["match"] as? String == "one")
    #expect(json["count"] as? Int == 1)
    #expect(json["unknown"] is NSNull)
    let code = try #require(json["code"] as? [String: Any])
    #expect(code["raw"] as? String == encoded.removingPercentEncoding)
    #expect(code["canonical"] as? String == "AST-000001")
    let asset = try #require((json["results"] as? [[String: Any]])?.first)
    let shown = try served.tally("asset", "show", "AST-000001", "--format", "ndjson").objects
    #expect([asset] as NSArray == shown as NSArray)
  }

  @Test(arguments: [
    ("TWIN", ["AST-000002", "AST-000003"]), ("4006381333931", ["AST-000001", "AST-000003"]),
    ("04006381333931", ["AST-000001", "AST-000003"]),
  ])
  func `a code of several assets finds them all, sorted`(
    _ code: String, _ tags: [String]
  ) throws {
    let json = try #require(try served.lookup(code).json)
    #expect(json["match"] as? String == "many")
    #expect(json["count"] as? Int == tags.count)
    let results = json["results"] as? [[String: Any]] ?? []
    #expect(results.compactMap { $0["tag"] as? String } == tags)
  }

  @Test(arguments: [
    ("AST-000099", "ours-but-never-issued"), ("https://t.example/a/none", "ours-but-never-issued"),
    ("5901234123457", "foreign"), ("%01%02", "malformed"), ("%20", "malformed"),
  ])
  func `an unknown code is told what kind of stranger it is`(
    _ encoded: String, _ kind: String
  ) throws {
    let answer = try served.lookup(encoded)
    let json = try #require(answer.json)
    #expect(answer.status == 200)
    #expect(json["match"] as? String == "none")
    #expect(json["count"] as? Int == 0)
    #expect((json["results"] as? [Any])?.isEmpty == true)
    #expect(json["unknown"] as? String == kind)
  }

  @Test func `a part is named by its code`() throws {
    try #require(served.tally("stock", "part", "5901234123457", "--name", "Toner").status == 0)
    let json = try #require(try served.lookup("5901234123457").json)
    #expect(json["match"] as? String == "none")
    #expect(json["unknown"] is NSNull)
    let part = try #require(json["part"] as? [String: Any])
    #expect(part["name"] as? String == "Toner")
    #expect(part["code"] as? String == "5901234123457")
    let page = try served.client.get("/?code=5901234123457")
    #expect(page.text.contains("The part Toner"))
  }

  private func code(_ query: String) throws -> [String: Any] {
    let answer = try served.client.get("/api/v1/lookups/assets/?barcode=\(query)")
    #expect(answer.status == 200)
    return try #require(answer.json?["code"] as? [String: Any])
  }

  @Test func `a GS1 message is taken apart`() throws {
    let code = try code("%5DC1010400638133393110AB%1D21S1")
    #expect(code["symbology"] as? String == "gs1-128" && code["identifier"] as? String == "]C1")
    #expect(code["canonical"] as? String == "010400638133393110AB\u{1D}21S1")
    let gs1 = try #require(code["gs1"] as? [[String: String]])
    #expect(
      gs1 == [
        ["ai": "01", "title": "GTIN", "value": "04006381333931"],
        ["ai": "10", "title": "BATCH/LOT", "value": "AB"],
        ["ai": "21", "title": "SERIAL", "value": "S1"],
      ])
  }

  @Test func `the GTIN of a GS1 message finds its assets`() throws {
    let json = try #require(try served.lookup("%5De00104006381333931").json)
    let results = json["results"] as? [[String: Any]] ?? []
    #expect(results.compactMap { $0["tag"] as? String } == ["AST-000001", "AST-000003"])
    let wrong = try #require(try served.lookup("%5De00104006381333932").json)
    #expect(wrong["match"] as? String == "none")
  }

  @Test(arguments: [
    ("AST-000001", nil), ("%5DE04006381333931", "ean-13"), ("%5DE00036000291452", "upc-a"),
    ("%5DQ1AST-000001", "qr-code"), ("%5DX0AST-000001", nil),
    ("AST-000001&symbology=code-39", "code-39"),
  ])
  func `other codes have no element strings`(_ query: String, _ symbology: String?) throws {
    let code = try code(query)
    #expect(code["symbology"] as? String == symbology)
    #expect((code["gs1"] as? [Any])?.isEmpty == true)
  }

  @Test func `a reader without identifiers says which symbology it was`() throws {
    let answer = try served.client.get(
      "/api/v1/lookups/assets/?barcode=0104006381333931&symbology=databar")
    let code = try #require(answer.json?["code"] as? [String: Any])
    #expect(code["raw"] as? String == "0104006381333931" && code["identifier"] is NSNull)
    #expect(code["symbology"] as? String == "databar")
    #expect((code["gs1"] as? [Any])?.count == 1 && answer.json?["count"] as? Int == 2)
    let unknown = try served.client.get("/api/v1/lookups/assets/?barcode=x&symbology=code-129")
    unknown.expectProblem(400, "symbology.unknown")
    #expect(unknown.problemParts == ["symbology": "symbology.unknown"])
  }

  @Test func `a location's code names the location and is no stranger`() throws {
    let json = try #require(try served.lookup("HQ%2F2").json)
    #expect(json["match"] as? String == "none")
    #expect(json["location"] as? String == "HQ/2")
    #expect(json["unknown"] is NSNull)
  }

  @Test(arguments: [("A%2BB", "A+B"), ("A+B", "X-1"), ("A%20B", "X-1"), ("A%2bB", "A+B")])
  func `a plus is a space, and an encoded plus a plus`(_ encoded: String, _ tag: String) throws {
    let results = try served.lookup(encoded).json?["results"] as? [[String: Any]]
    #expect(results?.compactMap { $0["tag"] as? String } == [tag])
  }

  @Test func `text of every script comes back as it is`() throws {
    for (encoded, name) in [
      ("%C3%84%F0%9F%98%80-1", "Grün 緑"), ("H-1", SmallLedger.hostileName),
    ] {
      let results = try served.lookup(encoded).json?["results"] as? [[String: Any]]
      #expect(results?.first?["name"] as? String == name)
    }
  }

  @Test func `with and without the slash at the end is one address`() throws {
    let with = try served.client.get("/api/v1/lookups/assets/?barcode=TWIN")
    let without = try served.client.get("/api/v1/lookups/assets?barcode=TWIN")
    #expect(without.status == 200)
    #expect(with.body == without.body)
  }

  @Test(arguments: [
    ("barcode=TWIN&limit=3", "limit", "request.parameter"),
    ("Barcode=TWIN", "Barcode", "request.parameter"),
    ("barcode=TWIN&barcode=TWIN", "barcode", "request.parameter"),
    ("barcode=", "barcode", "request.parameter"), ("", "barcode", "request.parameter"),
    ("barcode", "barcode", "request.parameter"), ("barcode=%FF", "query", "request.encoding"),
    ("barcode=%C3%28", "query", "request.encoding"), ("barcode=%", "query", "request.encoding"),
    ("barcode=%4", "query", "request.encoding"), ("barcode=%zz", "query", "request.encoding"),
    ("barcode=%ED%A0%80", "query", "request.encoding"),
    ("barcode=" + String(repeating: "9", count: 10_001), "barcode", "lookup.too-long"),
  ])
  func `a query that says something else is refused and named`(
    _ query: String, _ pointer: String, _ code: String
  ) throws {
    let answer = try served.client.get("/api/v1/lookups/assets/?\(query)")
    answer.expectProblem(400, code)
    #expect(answer.problemParts == [pointer: code])
    #expect((answer.json?[pointer] as? [String])?.count == 1, "beside the field, too")
  }

  @Test func `curl gets the same answer`() throws {
    let curl = try #require(Program.tool("curl"))
    let result = try curl.run([
      "--silent", "--show-error", "--fail", "--get", "--data-urlencode", "barcode=A+B",
      served.service.url("/api/v1/lookups/assets/"),
    ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(Array(result.output.utf8) == (try served.lookup("A%2BB").body))
  }
}
