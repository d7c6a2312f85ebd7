import Diagnostics
import GS1
import Intake
import Inventory
import Ledger
import Storage
import Tabular
import TestSupport
import Testing

/// What is exported is what an import takes.
struct TableRoundTripTests {
  private static let ann = Principal(name: "ann")
  private static let alphabet =
    "ab1,;\t|\"'=+-@\r\n é\u{301}😀\u{2028}\\/{}[]<&\u{202E}\u{1}".unicodeScalars.map(\.self)

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func ledger(_ name: String) throws -> LedgerStore {
    try LedgerStore(file: folder.path(name), .createIfMissing)
  }

  private func exported(_ store: LedgerStore, _ format: TableFormat) throws -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try AssetExporter.write(store, as: format, to: { bytes += $0 })
    return bytes
  }

  private func places(_ store: LedgerStore, _ format: TableFormat) throws -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try LocationExporter.write(store, as: format, to: { bytes += $0 })
    return bytes
  }

  private func take(
    _ bytes: [UInt8], _ format: TableFormat, into store: LedgerStore
  ) throws -> ImportSummary {
    let reader = AssetRowReader(fields: try store.customFields())
    let map = try reader.map([])
    let rows = try RowReader(
      bytes: bytes, name: "table",
      TableOptions(format: format, encoding: .guessed, mayRepeat: map.mayRepeat))
    return try AssetImporter(
      store: store, principal: Self.ann, createLocations: true, mode: .rowByRow, map: map,
      reader: reader
    ).run(rows) { row in
      if let fault = row.fault { Issue.record("\(fault.message)") }
    }
  }

  private func takePlaces(
    _ bytes: [UInt8], _ format: TableFormat, into store: LedgerStore, _ mode: ImportMode
  ) throws -> ImportSummary {
    let map = try ColumnMap(known: LocationImporter.columns, repeating: [], pairs: [])
    let rows = try RowReader(
      bytes: bytes, name: "table",
      TableOptions(format: format, encoding: .guessed, mayRepeat: map.mayRepeat))
    return try LocationImporter(store: store, principal: Self.ann, mode: mode, map: map)
      .run(rows) { row in
        if let fault = row.fault { Issue.record("\(fault.message)") }
      }
  }

  private func hostile(_ random: inout RandomSource) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      text.unicodeScalars.append(Self.alphabet.randomElement(using: &random) ?? "a")
    }
    return text
  }

  private func draft(_ number: Int, _ random: inout RandomSource) -> AssetDraft {
    let codes = (0..<Int.random(in: 0...3, using: &random)).map { index in
      [
        AssetCode("=c\(number)\"\(index),'"), AssetCode("4006381333931", kind: .product),
        AssetCode("'+sku \(index)", kind: .product),
      ][Int.random(in: 0...2, using: &random)]
    }
    return AssetDraft(
      tag: "\(["=", "'@", "T", "\"", "é"][number % 5])-\(number)", name: hostile(&random),
      make: hostile(&random), model: hostile(&random), serial: hostile(&random),
      status: AssetStatus.allCases.randomElement(using: &random),
      location: ["=HQ/1,2", "HQ/'x", nil].randomElement(using: &random) ?? nil,
      custodian: hostile(&random), codes: codes, condition: ["=good", "", nil][number % 3],
      fields: ["Colour of it": hostile(&random).filter { $0.asciiValue.map { $0 >= 0x20 } ?? true }]
    )
  }

  @Test(arguments: TableFormat.allCases)
  func `an export that is imported is exported again byte by byte`(format: TableFormat) throws {
    var random = RandomSource(seed: 17)
    let store = try ledger("first.sqlite")
    let field = CustomField(name: "Colour of it", type: .text)
    _ = try store.define(field, by: Self.ann)
    let drafts = (0..<200).map { draft($0, &random) }
    let verdicts = try store.importAssets(drafts, createLocations: true, by: Self.ann).verdicts
    try #require(verdicts.allSatisfy { $0 == .created })
    let bytes = try exported(store, format)

    let second = try ledger("second.sqlite")
    _ = try second.define(field, by: Self.ann)
    let summary = try take(bytes, format, into: second)
    #expect((summary.created, summary.refused, summary.ignoredColumns) == (200, 0, []))
    #expect(try exported(second, format) == bytes)
    let head = try second.head()
    #expect(try take(bytes, format, into: second).unchanged == 200)
    #expect(try second.head() == head)
  }

  @Test(arguments: TableFormat.allCases)
  func `locations come back with names, kinds and parents, in any order`(
    format: TableFormat
  ) throws {
    let store = try ledger("first.sqlite")
    for draft in [
      LocationDraft(code: "HQ/1/=2", name: "=1+1", kind: .office),
      LocationDraft(code: "Z", name: "\"cold\", \n'=store", kind: .warehouse),
      LocationDraft(code: "A", name: "in Z", kind: .shelf, parent: "Z"),
      LocationDraft(code: "HQ/1/B", name: "in A", kind: .box, parent: "A"),
    ] { _ = try store.addLocation(draft, by: Self.ann) }
    let bytes = try places(store, format)
    let second = try ledger("second.sqlite")
    #expect(try takePlaces(bytes, format, into: second, .atomic).created == 6)
    #expect(try places(second, format) == bytes)
    #expect(try takePlaces(bytes, format, into: second, .rowByRow).unchanged == 6)

    guard format == .ndjson else { return }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").reversed()
    let third = try ledger("third.sqlite")
    let reversed = Array((lines.joined(separator: "\n") + "\n").utf8)
    #expect(try takePlaces(reversed, format, into: third, .rowByRow).created == 6)
    #expect(try places(third, format) == bytes)
  }
}
