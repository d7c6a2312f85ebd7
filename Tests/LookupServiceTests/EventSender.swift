import Foundation
import TestSupport
import Testing

/// A device that sends scan events, one after the other, until it is told to stop or the service
/// is gone.
struct EventSender {
  let device: String
  let port: Int

  func event(_ number: Int) -> ScanJSON {
    ScanJSON("\(device)-\(number)", seq: number, device: device)
  }

  /// An answer that a device doesn't want.
  struct Refused: Error {
    let id: String
    let status: Int
    let text: String
  }

  /// Sends events and notes those that were acknowledged; ends early where the service ends.
  ///
  /// - Returns: the number of the event whose answer never came; nil where all were answered.
  /// - Throws: `Refused`.
  @discardableResult
  func send(_ numbers: ClosedRange<Int>, into acknowledged: Acknowledged) throws -> Int? {
    var connection: HTTPClient?
    for number in numbers where !acknowledged.isFinished {
      do {
        let client = try connection ?? HTTPClient(port: port)
        connection = client
        let answer = try client.post("/api/v1/scan-events/", event(number).text)
        if answer["Connection"]?.lowercased() == "close" { connection = nil }
        guard answer.status == 201 || answer.status == 200 else {
          throw Refused(id: "\(device)-\(number)", status: answer.status, text: answer.text)
        }
        acknowledged.insert("\(device)-\(number)")
      } catch is HTTPFailure {
        return number
      }
    }
    return nil
  }
}

/// The scan events of a ledger, as another program reads them.
struct EventsOnDisk {
  /// All rows, those that come twice counted twice.
  let count: Int
  let ids: Set<String>

  init(_ tally: Tally) throws {
    let list = try Engine.current == .postgres ? Self.inSchema(tally) : Self.inFile(tally)
    (count, ids) = (list.count, Set(list))
  }

  private static func inFile(_ tally: Tally) throws -> [String] {
    let script = """
      import json, sqlite3, sys
      ledger = sqlite3.connect(sys.argv[1])
      rows = ledger.execute("SELECT payload FROM entries WHERE kind = 'scan.recorded'").fetchall()
      ids = [json.loads(row[0])["event"]["client_event_id"] for row in rows]
      table = [row[0] for row in ledger.execute("SELECT client_event_id FROM scan_events")]
      assert sorted(ids) == sorted(table), "the log and its projection differ"
      print(json.dumps({"ids": ids, "integrity": ledger.execute("PRAGMA integrity_check").fetchone()[0]}))
      """
    let python = try #require(Program.tool("python3"))
    let result = try python.run(["-c", script, tally.folder.path("ledger.sqlite")])
    #expect(result.object["integrity"] as? String == "ok", "what SQLite says of the file itself")
    return try #require(result.object["ids"] as? [String], "\(result.errors)")
  }

  private static func inSchema(_ tally: Tally) throws -> [String] {
    let schema = try #require(tally.ledger.split(separator: "=").last)
    func list(_ query: String) throws -> [String] {
      try #require(PostgresServer.shared).psql("SET search_path = \"\(schema)\"; " + query).lines
    }
    let ids = try list(
      "SELECT payload::json #>> '{event,client_event_id}' FROM entries WHERE kind = 'scan.recorded'"
    )
    #expect(
      try list("SELECT client_event_id FROM scan_events").sorted() == ids.sorted(),
      "the log and its projection")
    return ids
  }
}
