import Foundation
import Storage
import TestSupport
import Testing

@testable import Ledger

/// Whatever is changed in the log's tables is found, and named by its place.
@Suite(.onEachEngine) struct LogAuditTests {
  @Test func `a log that nobody touched is intact, from the first entry on`() throws {
    let ledger = try TestLedger()
    let empty = try ledger.store.audit()
    #expect(empty.isIntact)
    #expect(empty.entries == 0)
    #expect(empty.root == LogHash.empty.base64)
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"))
    let audit = try ledger.store.audit()
    #expect(audit.isIntact)
    #expect(audit.entries == 2)
    #expect(try TamperedLedger().finding() == nil)
  }

  @Test func `a bit that is turned in any column of any entry is found at that entry`() throws {
    let tampered = try TamperedLedger()
    var random = RandomSource(seed: 6962)
    for _ in 0..<12 {
      let seq = Int.random(in: 1...tampered.size, using: &random)
      let expected = LogFinding.changed(seq)

      let time = try tampered.number("SELECT recorded_at FROM entries WHERE seq = \(seq)")
      let otherTime = time ^ 1 << Int.random(in: 0..<63, using: &random)
      try tampered.write("UPDATE entries SET recorded_at = \(otherTime) WHERE seq = \(seq)")
      #expect(try tampered.finding() == expected, "recorded_at of \(seq)")
      try tampered.write("UPDATE entries SET recorded_at = \(time) WHERE seq = \(seq)")

      for column in ["kind", "principal", "payload"] {
        let text = try tampered.text(column, of: "entries WHERE seq = \(seq)")
        let other = tampered.flipped(text, &random)
        try tampered.set(column, of: "entries", to: other, where: "seq = \(seq)")
        #expect(try tampered.finding() == expected, "\(column) of \(seq)")
        try tampered.set(column, of: "entries", to: text, where: "seq = \(seq)")
      }
      if tampered.takesAnyBytes {
        try tampered.write("UPDATE entries SET payload = CAST(payload AS BLOB) WHERE seq = \(seq)")
        #expect(try tampered.finding() == expected, "the same payload, as bytes instead of text")
        try tampered.write("UPDATE entries SET payload = CAST(payload AS TEXT) WHERE seq = \(seq)")
      }
      #expect(try tampered.finding() == nil)
    }
  }

  @Test func `entries that were taken away, swapped, moved or slipped in are found`() throws {
    var random = RandomSource(seed: 9162)
    for _ in 0..<4 {
      let tampered = try TamperedLedger()
      let (seq, size) = (try #require(tampered.loose.randomElement(using: &random)), tampered.size)
      let other = try #require(tampered.loose.filter { $0 != seq }.randomElement(using: &random))

      try tampered.write("UPDATE entries SET seq = 1000 WHERE seq = \(seq)")
      #expect(try tampered.finding() == .missing(seq), "moved to the end")
      try tampered.write("UPDATE entries SET seq = \(seq) WHERE seq = 1000")

      try tampered.write(
        "UPDATE entries SET seq = -1 WHERE seq = \(seq)",
        "UPDATE entries SET seq = \(seq) WHERE seq = \(other)",
        "UPDATE entries SET seq = \(other) WHERE seq = -1")
      #expect(try tampered.finding() == .changed(min(seq, other)), "swapped")
      try tampered.write(
        "UPDATE entries SET seq = -1 WHERE seq = \(seq)",
        "UPDATE entries SET seq = \(seq) WHERE seq = \(other)",
        "UPDATE entries SET seq = \(other) WHERE seq = -1")

      for place in [0, -5, size + 1, size + 100] {
        try tampered.write(
          """
          INSERT INTO entries (seq, recorded_at, kind, principal, payload)
          SELECT \(place), recorded_at, kind, principal, payload FROM entries WHERE seq = \(seq)
          """)
        #expect(try tampered.finding() == .surplus(place, size: size), "slipped in")
        try tampered.write("DELETE FROM entries WHERE seq = \(place)")
      }

      #expect(try tampered.finding() == nil)
      try tampered.write("DELETE FROM entries WHERE seq = \(seq)")
      #expect(try tampered.finding() == .missing(seq))
    }
  }

  @Test func `hashes that were changed or taken away are found`() throws {
    let tampered = try TamperedLedger()
    var random = RandomSource(seed: 2026)
    for position in 0..<3 {
      let hashes = try tampered.bytes(
        "SELECT hashes FROM log_tiles WHERE level = 0 AND position = \(position)")
      let place = Int.random(in: hashes.indices, using: &random)
      var other = hashes
      other[place] ^= 1
      let seq = position * 64 + place / 32 + 1
      try tampered.write(
        "UPDATE log_tiles SET hashes = \(other) WHERE level = 0 AND position = \(position)")
      #expect(try tampered.finding() == .changed(seq))
      try tampered.write(
        "UPDATE log_tiles SET hashes = \(hashes) WHERE level = 0 AND position = \(position)")

      try tampered.write(
        "UPDATE log_tiles SET position = 4096 WHERE level = 0 AND position = \(position)")
      #expect(try tampered.finding() == .changed(position * 64 + 1))
      try tampered.write("UPDATE log_tiles SET position = \(position) WHERE position = 4096")

      try tampered.write("UPDATE log_tiles SET level = 1 WHERE position = \(position)")
      #expect(try tampered.finding() == .changed(position * 64 + 1))
      try tampered.write("UPDATE log_tiles SET level = 0 WHERE position = \(position)")
    }
    #expect(try tampered.finding() == nil)
    for (level, position) in [(0, 3), (0, Int.max), (1, 0), (Int.max, Int.max)] {
      try tampered.write(
        """
        INSERT INTO log_tiles (level, position, hashes)
        SELECT \(level), \(position), hashes FROM log_tiles WHERE level = 0 AND position = 0
        """)
      #expect(try tampered.finding() == .surplusHashes(level, position))
      try tampered.write("DELETE FROM log_tiles WHERE level = \(level) AND position = \(position)")
    }
    try tampered.write("DELETE FROM log_tiles WHERE position = 1")
    #expect(try tampered.finding() == .changed(65))
  }

  @Test func `an end of the log that was changed is found`() throws {
    let tampered = try TamperedLedger()
    let (size, hashes) = (
      tampered.size, try tampered.bytes("SELECT hashes FROM log_head")
    )
    // The hash of the last entry, then those of the three full tiles.
    for (place, expected) in [
      (0, LogFinding.changed(193)), (32, .hash(of: 0..<64)), (64, .hash(of: 64..<128)),
      (127, .hash(of: 128..<192)),
    ] {
      var other = hashes
      other[place] ^= 0x80
      try tampered.write("UPDATE log_head SET hashes = \(other)")
      #expect(try tampered.finding() == expected)
    }
    try tampered.write("UPDATE log_head SET hashes = \(Array(hashes.dropLast(32)))")
    #expect(try tampered.finding() == .head)
    try tampered.write("UPDATE log_head SET hashes = \(hashes)")
    for bit in 0..<63 {
      let other = size ^ 1 << bit
      try tampered.write("UPDATE log_head SET size = \(other)")
      #expect(try tampered.finding() != nil, "size \(other)")
      try tampered.write("UPDATE log_head SET size = \(size)")
    }
    #expect(try tampered.finding() == nil)
    try tampered.write("DELETE FROM log_head")
    #expect(try tampered.finding() == .head)
    #expect(throws: LedgerFault.self) { try tampered.ledger.take(AssetDraft(tag: "B-1")) }
  }

  @Test func `a key, a name or a first checkpoint that was changed is found`() throws {
    let tampered = try TamperedLedger()
    let seed = try tampered.bytes("SELECT seed FROM log_key")
    var random = RandomSource(seed: 8032)
    let otherSeed = tampered.flipped(seed, isText: false, &random)
    try tampered.write("UPDATE log_key SET seed = \(otherSeed)")
    #expect(try tampered.finding() == .key)
    try tampered.write("UPDATE log_key SET seed = \(seed)")
    let origin = try tampered.text("origin", of: "log_key")
    let otherOrigin = tampered.flipped(origin, &random)
    try tampered.set("origin", of: "log_key", to: otherOrigin, where: "number = 1")
    #expect(try tampered.finding() == .key)
    try tampered.set("origin", of: "log_key", to: origin, where: "number = 1")
    #expect(try tampered.finding() == nil)
    let note = try tampered.text("first_checkpoint", of: "log_key")
    for _ in 0..<20 {
      let other = tampered.flipped(note, &random)
      try tampered.set("first_checkpoint", of: "log_key", to: other, where: "number = 1")
      #expect(try tampered.finding() == .key, "\(String(decoding: other, as: UTF8.self))")
    }
    try tampered.write("DELETE FROM log_key")
    #expect(try tampered.finding() == .key)
  }

  @Test func `columns can't run into each other`() throws {
    let tampered = try TamperedLedger()
    let seq = tampered.loose[3]
    // The bytes that are hashed stay the same when the end of one column begins the next.
    try tampered.write(
      """
      UPDATE entries SET kind = kind || '","payload":' || payload || ',"principal":{"x":"y',
        payload = '{}' WHERE seq = \(seq)
      """)
    #expect(try tampered.finding() == .changed(seq))
    for (kind, payload, principal) in [
      ("a", #"{"b":1,"principal":{}"#, "{}"), ("a", "{}{}", "{}"), ("a", "{}", "{},"),
      ("a\"", "{}", "{}"), ("a", "", "{}"), ("a", #"{"b":"}"#, "{}"), ("a", "{}", #"{"\"}"#),
      ("a", "[]", "{}"),
    ] {
      #expect(!Self.areSeparable(kind, payload, principal), "\(kind) \(payload) \(principal)")
    }
    #expect(Self.areSeparable("a.b-c_1", #"{"a":["}",{"\"":"\\"}]}"#, #"{"name":"{\""}"#))
  }

  @Test func `a log that was written anew is found by a checkpoint that was kept`() throws {
    let (before, after) = (try TestLedger(), try TestLedger())
    try before.take(AssetDraft(tag: "A-1", location: "HQ"))
    let key = try VerifierKey(before.store.info().verifierKey)
    let kept = try Checkpoint.opening(before.store.checkpoint(), with: key)
    #expect(try before.store.audit(against: kept).isIntact)
    try before.take(AssetDraft(tag: "A-2", location: "HQ/1"))
    let audit = try before.store.audit(against: kept)
    #expect(audit.isIntact)
    #expect(audit.checkpoint == 2)

    try after.take(AssetDraft(tag: "A-9", location: "HQ"), AssetDraft(tag: "A-3"))
    let anew = try after.store.audit(against: kept)
    #expect(anew.finding?.code == .checkpointMismatch)
    let later = Checkpoint(origin: kept.origin, size: 5, root: kept.root)
    #expect(try before.store.audit(against: later).finding?.code == .checkpointMismatch)
  }

  private static func areSeparable(_ kind: String, _ payload: String, _ principal: String) -> Bool {
    Array(kind.utf8).withUnsafeBufferPointer { kind in
      Array(payload.utf8).withUnsafeBufferPointer { payload in
        Array(principal.utf8).withUnsafeBufferPointer {
          EntryBytes.areSeparable(kind: kind, payload: payload, principal: $0)
        }
      }
    }
  }
}
