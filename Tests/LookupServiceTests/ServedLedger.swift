import Foundation
import Inventory
import Ledger
import Storage
import TestSupport
import Testing

/// A small ledger that the built `tallyd` serves, with a connection to it.
struct ServedLedger {
  let tally: Tally
  let service: RunningService
  let client: HTTPClient

  init() throws {
    tally = try Tally()
    try SmallLedger.make(at: tally.folder.path("ledger.sqlite"))
    service = try RunningService(tally)
    client = try service.connection()
  }

  /// The answer to a lookup of a code that is encoded already.
  func lookup(_ encoded: String) throws -> HTTPAnswer {
    try client.get("/api/v1/lookups/assets/?barcode=\(encoded)")
  }

  func record(_ event: ScanJSON) throws -> HTTPAnswer {
    try client.post("/api/v1/scan-events/", event.text)
  }

  /// The id of the first stocktake, which nothing prints.
  func stocktakeID() throws -> String {
    let script = """
      import sqlite3, sys, uuid
      row = sqlite3.connect(sys.argv[1]).execute("SELECT id FROM stocktakes WHERE number = 1")
      print(uuid.UUID(bytes=row.fetchone()[0]))
      """
    let python = try #require(Program.tool("python3"))
    return try #require(
      python.run(["-c", script, tally.folder.path("ledger.sqlite")]).lines.first)
  }

  /// The report of a stocktake as the command line gives it.
  func report(_ stocktake: String = "Count", _ format: String = "json") throws -> Program.Result {
    try tally("stocktake", "report", stocktake, "--format", format)
  }
}

/// Seven assets in two rooms, a stocktake that is open and one that is closed.
enum SmallLedger {
  static let hostileName = #"<img src=x onerror="alert(1)"> & 'co' {{name}}"#
  private static let ann = Principal(name: "ann")

  @discardableResult
  static func make(at ledger: String) throws -> LedgerStore {
    let store = try LedgerStore(at: LedgerAddress(ledger), .createIfMissing)
    try store.set(.urlPrefix, to: "https://t.example/a/", by: ann)
    let soap = AssetCode("4006381333931", kind: .product)
    let taken = try store.importAssets(
      [
        AssetDraft(tag: "AST-000001", name: "Lamp", location: "HQ/1", codes: [soap]),
        AssetDraft(tag: "AST-000002", name: "Chair", location: "HQ/1", codes: [AssetCode("TWIN")]),
        AssetDraft(
          tag: "AST-000003", name: "Chair", location: "HQ/2", codes: [AssetCode("TWIN"), soap]),
        AssetDraft(tag: "A+B", name: "Plus", location: "HQ/1"),
        AssetDraft(tag: "X-1", name: "Space", location: "HQ/1", codes: [AssetCode("A B")]),
        AssetDraft(tag: "H-1", name: hostileName, location: "HQ/1", custodian: hostileName),
        AssetDraft(tag: "Ä😀-1", name: "Grün 緑", location: "HQ/2"),
      ], createLocations: true, by: ann)
    try #require(taken.verdicts.count == 7)
    try open("Count", "HQ/1", in: store)
    _ = try store.closeStocktake(try open("Done", "HQ/2", in: store), by: ann)
    return store
  }

  @discardableResult
  private static func open(
    _ name: String, _ scope: String, in store: LedgerStore
  ) throws -> Stocktake {
    try store.openStocktake(
      StocktakeDraft(
        name: name, scope: [scope],
        policy: StocktakePolicy(coverage: .explicit, leavesOutAssigned: false)), by: ann)
  }
}

/// A scan event as a device writes it; members can be changed, taken away or added.
struct ScanJSON {
  var members: [String: Any]

  init(_ id: String, _ code: String = "AST-000001", seq: Int = 1, device: String = "d1") {
    members = [
      "client_event_id": id, "device_id": device, "device_seq": seq,
      "occurred_at": "2026-11-21T10:00:00.000Z", "kind": "scan", "code": code, "location": "HQ/1",
      "inventory_session": "Count",
    ]
  }

  func with(_ name: String, _ value: Any?) -> ScanJSON {
    var changed = self
    changed.members[name] = value
    return changed
  }

  var text: String {
    let data = try? JSONSerialization.data(withJSONObject: members, options: [.sortedKeys])
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}

extension HTTPAnswer {
  /// The codes of the problem's parts, by pointer.
  var problemParts: [String: String] {
    let parts = json?["errors"] as? [[String: Any]] ?? []
    return Dictionary(
      parts.compactMap { part in
        (part["pointer"] as? String).flatMap { pointer in
          (part["code"] as? String).map { (pointer, $0) }
        }
      }
    ) { first, _ in first }
  }

  /// Expects a problem as RFC 9457 and `docs/` describe it.
  func expectProblem(
    _ status: Int, _ code: String, at sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(self.status == status, "\(text)", sourceLocation: sourceLocation)
    #expect(isProblem, sourceLocation: sourceLocation)
    let json = json ?? [:]
    #expect(json["status"] as? Int == status, sourceLocation: sourceLocation)
    #expect(json["code"] as? String == code, sourceLocation: sourceLocation)
    #expect(
      json["type"] as? String == "urn:tallymark:problem:\(code)", sourceLocation: sourceLocation)
    for name in ["title", "detail", "instance"] {
      #expect((json[name] as? String)?.isEmpty == false, "\(name)", sourceLocation: sourceLocation)
    }
    #expect(
      json["request_id"] as? String == self["X-Request-ID"], sourceLocation: sourceLocation)
  }
}
