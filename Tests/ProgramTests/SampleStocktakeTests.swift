import Foundation
import TestSupport
import Testing

/// The main job on the samples, by the built program, against what the photo script planted.
struct SampleStocktakeTests {
  @Test func `the report names exactly what the photo script planted`() throws {
    let tally = try Tally()
    let planted = try Planted()
    try tally.count(planted)
    let report = try tally("stocktake", "report", "1", "--format", "json").object
    let lines = try #require(report["lines"] as? [[String: Any]])

    func assets(_ outcome: String) -> [String] {
      lines.filter { $0["outcome"] as? String == outcome }.compactMap { $0["asset"] as? String }
    }
    #expect(assets("found") == planted.list("found"))
    #expect(assets("missing") == planted.list("missing"))
    #expect(assets("not-counted") == planted.list("not_counted"))
    #expect(assets("misplaced") == planted.tags("misplaced"))
    #expect(assets("unexpected-status") == planted.tags("unexpected"))
    let known = ["found", "missing", "not-counted", "misplaced", "unexpected-status"]
    #expect(lines.allSatisfy { known.contains($0["outcome"] as? String ?? "") })

    for misplaced in planted.objects("misplaced") {
      let line = try #require(lines.first { $0["asset"] as? String == misplaced["tag"] as? String })
      #expect(line["seen_at"] as? String == misplaced["seen"] as? String)
      #expect(line["book_location"] as? String == misplaced["book"] as? String)
    }
    let flagged = lines.filter { !($0["flags"] as? [String] ?? []).isEmpty }
    let flags = Dictionary(
      uniqueKeysWithValues: flagged.map { ($0["asset"] as! String, $0["flags"] as! [String]) })
    var expected = Dictionary(
      uniqueKeysWithValues: planted.tags("cloned").map { ($0, ["clone-suspect"]) })
    for odd in planted.objects("unexpected") where !(odd["flags"] as! [String]).isEmpty {
      expected[odd["tag"] as! String] = odd["flags"] as? [String]
    }
    #expect(flags == expected)

    let unknown = try #require(report["unknown"] as? [[String: Any]])
    let foreign = planted.objects("foreign").flatMap { [$0["url"], $0["tag"]] }.compactMap {
      $0 as? String
    }
    // The foreign label's Code 128 may be too small to be read; its QR Code must be.
    let codes = unknown.compactMap { $0["code"] as? String }
    #expect(codes.contains(planted.objects("foreign")[0]["url"] as! String))
    #expect(codes.allSatisfy(foreign.contains))
    #expect(unknown.allSatisfy { $0["class"] as? String == "foreign" })
  }

  @Test func `scanning the same photos again adds nothing`() throws {
    let tally = try Tally()
    try tally.prepare()
    let first = try tally.scanPhotos()
    let events = try tally("ledger", "info", "--format", "json").object["scan_events"] as? Int
    let second = try tally.scanPhotos()
    #expect(first.status == 0)
    #expect(second.status == 0)
    #expect(second.errors.contains("0 events recorded"))
    #expect(first.objects.count == second.objects.count)
    #expect(try tally("ledger", "info", "--format", "json").object["scan_events"] as? Int == events)
    #expect((events ?? 0) > 164)
  }

  @Test func `a closed stocktake's report is the same bytes whatever happens to the books`() throws
  {
    let tally = try Tally()
    try tally.count(try Planted())
    let before = try tally("stocktake", "report", "1", "--format", "json").output
    try tally.folder.write("new.csv", "tag,name,location\nEX-099173,Adopted projector,HQ/1/102\n")
    #expect(try tally("asset", "import", "new.csv").status == 0)
    #expect(try tally("stocktake", "report", "1", "--format", "json").output == before)
    #expect(before.contains("sha256:"))
  }
}

/// What the photo script planted.
struct Planted {
  private let json: [String: Any]

  init() throws {
    let data = try Data(
      contentsOf: URL(fileURLWithPath: ProjectFolder.path("samples/planted.json")))
    json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  func list(_ key: String) -> [String] { (json[key] as? [String] ?? []).sorted() }

  func objects(_ key: String) -> [[String: Any]] { json[key] as? [[String: Any]] ?? [] }

  func tags(_ key: String) -> [String] { objects(key).compactMap { $0["tag"] as? String }.sorted() }
}

extension Tally {
  /// A ledger with the sample assets and an open stocktake.
  func prepare() throws {
    for arguments in [
      ["ledger", "set", "url-prefix", "https://assets.example.org/a/"],
      ["asset", "import", ProjectFolder.path("samples/assets.csv")],
      ["stocktake", "open", "Count", "--scope", "HQ"],
    ] {
      let result = try run(arguments)
      try #require(result.status == 0, "\(result.errors)")
    }
  }

  @discardableResult
  func scanPhotos() throws -> Program.Result {
    try run([
      "stocktake", "scan", "Count", ProjectFolder.path("samples/photos"),
      "--locations-from-folders", "--format", "ndjson",
    ])
  }

  /// The whole count, closed.
  func count(_ planted: Planted) throws {
    try prepare()
    try scanPhotos()
    #expect(try run(["stocktake", "done", "Count"] + planted.list("done")).status == 0)
    #expect(try run(["stocktake", "close", "Count"]).status == 0)
  }
}
