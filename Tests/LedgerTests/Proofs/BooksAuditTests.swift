import Inventory
@testable import Ledger
import Storage
import TestSupport
import Testing

/// Whatever is changed in the books past the log is found, and named by its place.
@Suite(.onEachEngine) struct BooksAuditTests {
  @Test func `books that nobody touched are those of the log`() throws {
    let ledger = try Self.ledger()
    let audit = try ledger.store.auditWithBooks()
    #expect(audit.finding == nil)
    #expect(try audit == ledger.store.audit())
    #expect(try TestLedger().store.auditWithBooks().isIntact, "empty")
  }

  @Test func `a value that is changed in any column of any table is found and named`() throws {
    let ledger = try Self.ledger()
    let database = try ledger.database()
    let stranger = try CarelessWriter(ledger)
    var random = RandomSource(seed: 20261121)
    var columns = 0
    for form in try Self.books() {
      let rows = try database.read { try $0.rows(of: form, after: nil, limit: 1000) }
      try #require(!rows.isEmpty, "\(form.name) has no rows to change")
      for (place, column) in form.columns.enumerated() {
        let row = try #require(rows.randomElement(using: &random))
        let other = try Self.changed(
          row[place], stranger.anything(in: column, of: form.name), &random)
        try Self.set(stranger, form, place, of: row, to: other)
        let finding = try ledger.store.auditWithBooks().finding
        #expect(finding != nil, "\(form.name).\(column): \(row[place]) to \(other)")
        if form.key.contains(place) {
          let codes: [LogFinding.Code?] = [.bookMissing, .bookSurplus, .evidenceChanged]
          #expect(codes.contains(finding?.code), "\(form.name).\(column)")
        } else if finding?.code != .evidenceChanged {
          #expect(finding?.message.contains("table \(form.name), ") == true)
          #expect(finding?.message.contains(": \(column) is ") == true)
        }
        var tampered = row
        tampered[place] = other
        try Self.set(stranger, form, place, of: tampered, to: row[place])
        columns += 1
      }
    }
    #expect(columns > 80)
    #expect(try ledger.store.auditWithBooks().finding == nil)
  }

  @Test func `a row that is taken away or slipped in is found in every table`() throws {
    let ledger = try Self.ledger()
    let database = try ledger.database()
    let stranger = try CarelessWriter(ledger)
    for form in try Self.books() {
      let rows = try database.read { try $0.rows(of: form, after: nil, limit: 1000) }
      let row = try #require(rows.randomElement(), "\(form.name) has no rows to take away")
      try stranger.write(
        "DELETE FROM \(form.name) WHERE \(Self.condition(form, row, stranger.dialect))")
      let missing = try ledger.store.auditWithBooks().finding
      #expect(missing?.code == .bookMissing, "\(form.name)")
      #expect(missing?.message.contains("table \(form.name) ") == true)
      try Self.insert(stranger, form, row)
      #expect(try ledger.store.auditWithBooks().finding == nil, "\(form.name)")
    }
  }

  @Test func `a picture and a report that were changed are found`() throws {
    let ledger = try Self.ledger()
    let stranger = try CarelessWriter(ledger)
    let crops = try ledger.database().read { try $0.rows(of: Self.crops, after: nil, limit: 9) }
    let other = SQLValue.blob([1, 2, 3]).literal(stranger.dialect)
    try stranger.write("UPDATE crops SET png = \(other)")
    let crop = try ledger.store.auditWithBooks().finding
    #expect(crop?.code == .evidenceChanged)
    #expect(crop?.message.contains("sha256:") == true)
    try stranger.write("DELETE FROM crops")
    let lost = try ledger.store.auditWithBooks().finding
    #expect(lost?.code == .evidenceMissing)
    #expect(lost?.message.contains("sha256:") == true)
    try Self.insert(stranger, Self.crops, crops[0])
    #expect(try ledger.store.auditWithBooks().finding == nil)
    try stranger.write("UPDATE stocktakes SET report = REPLACE(report, 'found', 'f0und')")
    let report = try ledger.store.auditWithBooks().finding
    #expect(report?.code == .evidenceChanged)
    #expect(report?.message.contains("stocktake 1") == true)
  }
}

extension BooksAuditTests {
  /// A ledger with rows in all tables.
  private static func ledger() throws -> TestLedger {
    let ledger = try TestLedger()
    try ledger.store.set(.urlPrefix, to: "https://t.example/", by: TestLedger.ann)
    try ledger.take(
      AssetDraft(
        tag: "A-1", name: "Bohrer", category: "Tools", location: "HQ/1",
        codes: [AssetCode("OLD-1"), AssetCode("09506000134352", kind: .product)]),
      AssetDraft(tag: "A-2", location: "HQ/2"), AssetDraft(tag: "A-3"))
    try ledger.take(AssetDraft(tag: "A-2", name: "Säge", location: "HQ/1"))
    try ledger.store.issue(
      [
        LabelIssue(
          codes: [.init(symbology: "qr-code", text: "https://t.example/A-9")], template: "tag",
          row: 1, copies: 2)
      ], by: TestLedger.ann)
    try ledger.store.attachLabel("https://t.example/A-9", to: "A-3", by: TestLedger.ann)
    try fillStock(ledger)
    try fillEdits(ledger)
    let crop = Crop(png: Array("\u{89}PNG".utf8))
    let stocktake = try ledger.open()
    let evidence = Evidence(
      image: "sha256:ab", polygon: [[0, 1.5], [2, 3]], quality: 3, weak: true, crop: crop.hash,
      cropPolygon: [[1, 1]])
    _ = try ledger.store.record(
      [
        ledger.event(
          "e1",
          .scan(
            Scan(
              code: "A-1", symbology: "qr-code", location: "HQ/1", quantity: "1",
              evidence: evidence))), ledger.scan("e2", "HQ/1", seq: 2),
        ledger.event("e3", .done("HQ/1"), seq: 3), ledger.event("e4", .void("e1"), seq: 4),
        ledger.event("e5", .scan(Scan(code: "X")), at: ledger.now + 1_000_000),
      ], crops: [crop], into: stocktake, numbering: .byDevice, by: TestLedger.ann)
    _ = try ledger.store.closeStocktake(stocktake, by: TestLedger.ann)
    return ledger
  }

  private static func fillStock(_ ledger: TestLedger) throws {
    _ = try ledger.store.addPart(PartDraft(code: "SCREW", name: "Screw"), by: TestLedger.ann)
    let quantity = try #require(Quantity("2.50"))
    _ = try ledger.store.moveStock(
      StockMovement(.received(into: "HQ/1"), part: "SCREW", quantity: quantity),
      by: TestLedger.ann)
  }

  private static func fillEdits(_ ledger: TestLedger) throws {
    _ = try ledger.store.define(CustomField(name: "Weight", type: .number), by: TestLedger.ann)
    for (number, minutes) in [(1, 1), (2, 0)] {
      let edit = DeliveredEdit(
        clientEventID: "edit-\(number)", deviceID: "d2", deviceSeq: number,
        occurredAt: Timestamp.text(ledger.now + minutes * 60_000), asset: "A-1",
        set: ["weight": "\(number)"])
      _ = try ledger.store.edit([edit], by: TestLedger.ann)
    }
  }

  private static let crops = TableForm(name: "crops", columns: ["hash", "png"], key: [0])

  /// The tables that follow from the log.
  private static func books() throws -> [TableForm] {
    try ReplayedLedger().read { try $0.tableForms() }
      .filter { !BooksAuditor.others.contains($0.name) }
  }

  /// Another value that the column can hold.
  private static func changed(
    _ value: SQLValue, _ empty: SQLValue, _ random: inout RandomSource
  ) -> SQLValue {
    switch value {
    case .null: empty
    case .integer(let number): .integer(number ^ 1 << Int.random(in: 0..<40, using: &random))
    case .text(let text): .text(text + "x")
    case .blob(let bytes):
      .blob(
        bytes.isEmpty
          ? [0] : [bytes[0] ^ 1 << UInt8.random(in: 0..<8, using: &random)] + bytes.dropFirst())
    }
  }

  private static func set(
    _ stranger: CarelessWriter, _ form: TableForm, _ place: Int, of row: [SQLValue],
    to value: SQLValue
  ) throws {
    let value = value.literal(stranger.dialect)
    try stranger.write(
      "UPDATE \(form.name) SET \(form.columns[place]) = \(value) "
        + "WHERE \(condition(form, row, stranger.dialect))")
  }

  private static func insert(
    _ stranger: CarelessWriter, _ form: TableForm, _ row: [SQLValue]
  ) throws {
    let values = row.map { $0.literal(stranger.dialect) }.joined(separator: ", ")
    try stranger.write(
      "INSERT INTO \(form.name) (\(form.columns.joined(separator: ", "))) VALUES (\(values))")
  }

  private static func condition(
    _ form: TableForm, _ row: [SQLValue], _ dialect: Dialect
  ) -> String {
    form.key.map { "\(form.columns[$0]) = \(row[$0].literal(dialect))" }
      .joined(separator: " AND ")
  }
}
