import Foundation
import Inventory
import Ledger
import Storage
import TestSupport
import Testing

/// Exports that are signed and whole, of a log that no program of ours wrote.
@Suite(.onEachEngine) struct ForgedExportTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The lines of the export of a ledger whose entries are forged before it is signed.
  private func export(_ forge: (Connection) throws -> Void) throws -> String {
    let ledger = try Engine.$current.withValue(.sqlite) { try TestLedger() }
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ/1"), AssetDraft(tag: "A-2"))
    try ledger.step(.move(to: "HQ"), "A-1")
    let autumn = try ledger.open()
    try ledger.record([ledger.scan("e1", "A-1", at: "HQ/1")], into: autumn)
    let database = try ledger.database()
    try database.write { connection in
      try connection.execute("DROP TRIGGER entries_refuse_update")
      try forge(connection)
      let leaves = try connection.all(
        "SELECT kind, payload, principal, recorded_at, seq FROM entries ORDER BY seq"
      ) { row in
        let text = """
          {"kind":"\(try row.text(0))","payload":\(try row.text(1)),"principal":\(try row.text(2)),\
          "recorded_at":\(try row.int(3)),"seq":\(try row.int(4))}
          """
        return LogHash.leaf(Array(text.utf8)).bytes
      }
      // As many as no tile is full of: they all lie at the log's end.
      try connection.execute("UPDATE log_head SET hashes = \(leaves.flatMap(\.self))")
    }
    var bytes: [UInt8] = []
    _ = try ledger.store.exportLog { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func refusal(_ forge: (Connection) throws -> Void) throws -> LedgerFault? {
    let path = try folder.write("export", export(forge))
    let address = try TestLedger.newAddress(file: folder.path("new.sqlite"))
    defer { try? FileManager.default.removeItem(atPath: folder.path("new.sqlite")) }
    return try fault {
      _ = try LedgerStore.importLog(LogExportReader(path: path, key: nil), to: address)
    }
  }

  @Test func `an untouched log is taken`() throws {
    #expect(try refusal { _ in } == nil)
  }

  @Test(arguments: [
    "UPDATE entries SET kind = 'asset.exploded' WHERE seq = 3",
    "UPDATE entries SET payload = '{}' WHERE seq = 3",
    "UPDATE entries SET payload = '{\"id\":7}' WHERE seq = 3",
    "UPDATE entries SET principal = '{}' WHERE seq = 3",
    "UPDATE entries SET payload = (SELECT payload FROM entries WHERE seq = 1) WHERE seq = 2",
    "UPDATE entries SET kind = 'location.created' WHERE seq = 3",
  ]) func `an entry that no program wrote is refused`(sql: String) throws {
    let refused = try refusal { try $0.execute(SQLQuery(stringLiteral: sql)) }
    #expect(refused?.code == "replay.entry", "\(String(describing: refused))")
    #expect(refused?.message.contains("ntry ") == true)
  }

  @Test(.enabled(if: Engine.current == .sqlite)) func `no number, however large, does more`() throws
  {
    let whole = /:(-?[0-9]+)/
    var payloads: [(seq: Int, text: String)] = []
    _ = try refusal { connection in
      payloads = try connection.all("SELECT seq, payload FROM entries") { row in
        (try row.int(0), try row.text(1))
      }
    }
    for number in ["9223372036854775807", "-9223372036854775808"] {
      for (seq, payload) in payloads {
        for place in payload.ranges(of: whole) {
          _ = try refusal { connection in
            let forged = payload.replacingCharacters(in: place, with: ":" + number)
            try connection.execute("UPDATE entries SET payload = \(forged) WHERE seq = \(seq)")
          }
        }
      }
      let refused = try refusal { connection in
        try connection.execute(
          "UPDATE entries SET recorded_at = \(Int(number) ?? 0) WHERE seq = 2")
      }
      #expect(refused != nil, "\(number)")
    }
    let seqs = try refusal { connection in
      try connection.execute(
        "UPDATE entries SET payload = REPLACE(payload, '\"number\":1', '\"number\":0')")
    }
    #expect(seqs?.code == "replay.entry")
  }

  @Test func `no payload, however odd, does more than to be refused`() throws {
    let odd = [
      "9223372036854775807", "-9223372036854775808", "99999999999999999999", "-1", "0", "1e400",
      "\"\"", "\"\\u0000\"", "\"\\uFDD0\"", "null", "[]", "{}", "true",
      "\"00000000-0000-0000-0000-000000000000\"", "\"\(String(repeating: "x", count: 100_000))\"",
    ]
    var random = RandomSource(seed: 6)
    // A new schema takes long.
    for _ in 0..<(Engine.current == .sqlite ? 40 : 4) {
      let value = odd[Int.random(in: 0..<odd.count, using: &random)]
      _ = try? refusal { connection in
        let count = try connection.first("SELECT COUNT(*) FROM entries") { try $0.int(0) } ?? 0
        let seq = Int.random(in: 1...count, using: &random)
        let payload = try connection.first("SELECT payload FROM entries WHERE seq = \(seq)") {
          try $0.text(0)
        }
        let values = (payload ?? "").ranges(of: /:("[^"]*"|[0-9]+|null|true|false)/)
        guard var forged = payload, let place = values.randomElement(using: &random) else { return }
        forged.replaceSubrange(place, with: ":\(value)")
        try connection.execute("UPDATE entries SET payload = \(forged) WHERE seq = \(seq)")
      }
    }
    #expect(try refusal { _ in } == nil)
  }
}
