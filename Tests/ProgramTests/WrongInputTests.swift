import Foundation
import TestSupport
import Testing

/// Wrong input for every command: a clear message, and the status of the contract.
struct WrongInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    /// What the message must say.
    let says: [String]
    var input: String?
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String, _ status: Int32, _ says: String..., input: String? = nil) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      (self.status, self.says, self.input) = (status, says, input)
    }
  }

  static let cases: [Case] = [
    // Files that aren't there, or aren't what they should be.
    Case("scan nowhere.png", 2, "nowhere.png"),
    Case("scan truncated.png", 1, "truncated.png", "end"),
    Case("scan text.png", 1, "text.png", "text"),
    Case("scan empty.png", 1, "empty.png", "empty"),
    Case("scan good.png --symbologies qr-cod", 2, "qr-cod", "Did you mean qr-code?"),
    Case("scan good.png --symbologies aztec", 2, "aztec", "can't be read"),
    Case("scan photo.heic", 1, "photo.heic"),
    Case("stocktake scan Open good.png --unordered", 64, "--location"),
    Case("stocktake record Open --file - --location HQ/1", 64, "--file"),
    Case("stocktake record Open --code A --round 0", 64, "--round"),
    Case("encode code-128 5-µ", 2, "FNC4"),
    Case("scan good.png --jobs 0", 64, "--jobs"),
    Case("scan good.png --location A", 64, "--stocktake"),
    Case("scan good.png --annotate text.png/out", 2, "text.png/out", "can't be made"),
    Case("scan nowhere.png --annotate out", 2, "nowhere.png"),
    Case("scan . --annotate out", 2, "out", "lies in"),
    Case(
      "stocktake scan Open good.png --location HQ/1 --annotate text.png", 2, "text.png",
      "can't be made"),
    Case("label render --template nowhere --data rows.csv --out out", 2, "nowhere"),
    Case(
      "label render --template typo.yaml --data rows.csv --out out", 2, "typo.yaml:5:", "qr-cod"),
    Case("label render --template good.yaml --data nowhere.csv --out out", 2, "nowhere.csv"),
    Case(
      "label render --template good.yaml --data ragged.csv --out out", 1, "ragged.csv", "line 3"),
    Case("label render --template good.yaml --data rows.csv --out text.png", 2, "text.png"),
    Case(
      "label render --template good.yaml --data rows.csv --format pdf --out o.pdf --start-at 0", 64,
      "--start-at counts from 1"),
    Case("label check nofont.yaml", 1, "nofont.yaml:5: font", "No Such Font"),
    Case("asset import nowhere.csv", 2, "nowhere.csv"),
    Case("asset import ragged.csv", 1, "ragged.csv", "line 3"),
    Case("asset import status.csv", 1, "line 2", "in_stok", "Did you mean in_stock?"),
    Case("asset import notag.csv", 2, "notag.csv", "no column “tag”"),
    Case("asset import rows.csv --known-locations", 1, "line 2", "location"),
    Case("asset import rows.csv --known-locations --atomic", 2, "line 2", "2 of 2 rows"),
    Case("asset import rows.csv --map Nme=name", 2, "“Nme”", "Did you mean name?"),
    Case("asset import rows.csv --map name=nmae", 2, "“nmae”", "Did you mean name?"),
    Case("asset import rows.csv --map name=make --map tag=make", 2, "“make”", "one column"),
    Case("asset import rows.csv --map name", 2, "COLUMN=OURS"),
    Case("asset import rows.csv --atomic --dry-run", 64, "--dry-run"),
    Case("asset import rows.csv --encoding latin-1", 64, "latin-1"),
    Case("asset import rows.csv --delimiter x", 64, "--delimiter"),
    Case("asset export --out nowhere/assets.csv", 2, "nowhere/assets.csv"),
    Case("asset export --format xml", 64, "xml"),
    Case("location import rows.csv", 2, "no column “code”"),
    Case("location import rows.csv --map location=code --map name=kind", 1, "line 2", "“Lamp”"),
    Case("ledger backup text.png", 2, "text.png", "--force"),
    Case("ledger backup nowhere/copy", 2, "nowhere/copy"),
    Case("ledger export text.png", 2, "text.png", "--force"),
    Case("ledger export ledger.sqlite --force", 2, "ledger.sqlite", "database", "stays"),
    Case("asset export --out ledger.sqlite", 2, "ledger.sqlite", "database", "stays"),
    Case("ledger checkpoint --out folder", 2, "folder", "no file"),
    Case("ledger verify --checkpoint folder", 2, "folder", "directory"),
    Case("asset show AST-9", 2, "AST-9"),
    Case("asset list --location HQ/9", 2, "HQ/9"),
    Case("asset list --status in_stok", 64, "in_stok"),
    Case("location add HQ//9", 2, "HQ//9"),
    Case("location add HQ", 2, "HQ", "already"),
    Case("location add Y --parent HR", 2, "HR", "Did you mean HQ?"),
    Case("ledger prove 0", 2, "1 to"),
    Case("ledger prove 9999", 2, "9999"),
    Case("ledger prove 5..9999", 2, "9999"),
    Case("ledger prove 2..1", 64, "2..1"),
    Case("ledger prove 1.2", 64, "1.2"),
    Case("ledger verify --proof rows.csv", 64, "--key"),
    Case("ledger verify --key x", 64, "--proof"),
    Case("ledger verify --proof rows.csv --key x", 2, "NAME+8 DIGITS+BASE64"),
    Case("ledger verify --checkpoint nowhere", 2, "nowhere"),
    Case("ledger verify --checkpoint rows.csv", 2, "no signed note"),
    Case("lookup AST-9", 1),
    Case("lookup AST-1 --ledger nowhere.sqlite", 2, "nowhere.sqlite"),
    Case("lookup AST-1 --ledger rows.csv", 2, "not a ledger"),
    Case("lookup AST-1 --ledger postgres://me:secret@/x?host=/nowhere", 2, "me@/nowhere", "server"),
    Case("lookup AST-1 --ledger postgres://me:sec%zzret@/x", 2, "address", "%"),
    Case("lookup AST-1 --ledger postgres:///x?schema=pg_x", 2, "pg_x", "schema"),
    Case("lookup AST-1 --ledger folder", 2, "folder", "it is a folder"),
    Case("location add Z --ledger nowhere/z.sqlite", 2, "no folder nowhere"),
    Case("location add Z --ledger short.txt", 2, "short.txt", "not a ledger"),
    Case("location add Z --ledger mysql://me:secret@x/y", 2, "mysql:", "postgres://"),
    Case("asset import book.xlsx", 2, "book.xlsx", "workbook", "CSV"),
    Case("asset import folder", 2, "folder", "directory"),
    Case("ledger import nowhere --ledger z.sqlite", 2, "nowhere", "no such file"),
    Case("ledger import folder --ledger z.sqlite", 2, "folder", "directory"),
    Case("ledger import rows.csv --ledger z.sqlite", 2, "rows.csv", "tallymark-ledger-1"),
    Case("ledger import text.png --key x --ledger z.sqlite", 2, "NAME+8 DIGITS+BASE64"),
    Case("ledger import - --ledger z.sqlite", 2, "Standard input", "newer", input: newerExport),
    Case("ledger set url-prefx x", 2, "url-prefx", "Did you mean url-prefix?"),
    Case("ledger info --ledger nowhere.sqlite", 2, "nowhere.sqlite"),
    Case("encode code-182 x", 2, "code-182", "Did you mean code-128?"),
    Case("encode aztec x", 2, "Aztec"),
    Case("encode ean-13 4006381333930", 2, "1"),
    Case("encode ean-13 40063a1333931", 2, "a"),
    Case("encode ean-13 - --format modules", 1, input: "4006381333930\n4006381333931\n"),
    Case("validate 4006381333930", 1),
    Case("validate x --symbology nothing", 2, "nothing"),
    // Stocktakes.
    Case("stocktake open Second --scope HQ/9", 2, "HQ/9"),
    Case("stocktake open Second", 2, "--scope"),
    Case("stocktake open Second --scope HQ/1", 2, "Open", "already"),
    Case("stocktake open open --scope X", 2, "Open", "already"),
    Case("stocktake status Nothing", 2, "Nothing"),
    Case("stocktake scan Closed good.png", 2, "Closed", "review"),
    Case("stocktake scan Open good.png --locations-from-folders", 2, "folder", "location add"),
    Case("stocktake scan Open good.png --location HQ/7", 2, "HQ/7"),
    Case("stocktake scan Open truncated.png --location HQ/1", 1, "truncated.png"),
    Case("stocktake scan Open nowhere.png --location HQ/1", 2, "nowhere.png"),
    Case("stocktake record Closed --code AST-1", 2, "review"),
    Case("stocktake record Open --code AST-1 --location HQ/7", 1, "HQ/7"),
    Case("stocktake record Open --file nowhere.ndjson", 2, "nowhere.ndjson"),
    Case(
      "stocktake record Open --file -", 1, "line 1", "device_id", input: #"{"client_event_id":"x"}"#
    ),
    Case("stocktake record Open --file -", 1, "line 1", input: "not json\n"),
    Case("stocktake record Open --code A --file -", 64, "--code"),
    Case("stocktake void Open", 64, "--image"),
    Case("stocktake void Open nothing", 2, "nothing"),
    Case("stocktake void Open --image good.png", 2, "picture"),
    Case("stocktake done Open HQ/7", 2, "HQ/7"),
    Case("stocktake done Closed HQ/2", 2, "review"),
    Case("stocktake close Closed", 2, "review", "recounting"),
    Case("stocktake report Nothing", 2, "Nothing"),
    Case("stocktake explain Open AST-9", 1),
    Case("stocktake replay nowhere.json", 2, "nowhere.json"),
    Case("stocktake replay rows.csv", 2, "scenario"),
    Case("stocktake replay -", 1, "line 1", "scope", input: "{}\n"),
    // Steps with assets.
    Case("asset add thing", 2, "thing", "already"),
    Case("asset add AST-7 --location HQ/9", 2, "HQ/9"),
    Case("asset add AST-7 --set Size", 64, "FIELD=VALUE"),
    Case("asset add AST-7 --set Size=1", 2, "Size", "field add"),
    Case("asset edit thing", 64, "--name"),
    Case("asset edit", 64, "--file"),
    Case("asset edit AST-9 --name x", 2, "AST-9"),
    Case("asset edit --file nowhere.ndjson", 2, "nowhere.ndjson"),
    Case("asset move thing --to HQ/9", 2, "HQ/9"),
    Case("asset move thing", 64, "--to"),
    Case("asset status thing lsot", 2, "lsot", "Did you mean lost?"),
    Case("asset status thing", 64, "status"),
    Case("asset status thing on_order", 2, "in_stock", "it can't become on_order", "in_repair"),
    Case("asset assign thing --to x --due tomorrow", 2, "tomorrow", "2026-12-24"),
    Case("asset return thing", 2, "in_stock", "returned"),
    Case("asset transfer thing --to x", 2, "in_stock", "transferred"),
    Case("asset verify thing --location HQ/9", 2, "HQ/9"),
    Case("asset attach AST-9 X", 2, "AST-9"),
    Case("asset attach thing X --kind rfid", 64, "rfid"),
    Case("asset history AST-9", 2, "AST-9"),
    Case("asset field add Serial", 2, "serial"),
    Case("asset field add Size --type chioce", 64, "chioce"),
    Case("asset field add Size --type choice", 2, "--values"),
    Case("ledger conflicts --ledger nowhere.sqlite", 2, "nowhere.sqlite"),
    Case("ledger info --ledger .", 2, "it is a folder"),
    // Wrong usage.
    Case("scan", 64, "paths"), Case("nothing", 64, "nothing"), Case("asset", 0),
    Case("scan --jbos 3 x", 64, "--jbos"),
  ]

  /// The first line of an export as a later program may write it.
  private static let newerExport = #"{"export":"tallymark-ledger-2","leafs":7}"# + "\n"

  @Test(arguments: cases)
  func `wrong input gets a clear message and the status of the contract`(_ wrong: Case) throws {
    let tally = try Self.prepared()
    let before = try tally("ledger", "info", "--format", "json").output
    let result = try tally.run(wrong.arguments, input: wrong.input)
    #expect(result.status == wrong.status, "\(result.errors)")
    for words in wrong.says { #expect(result.errors.contains(words), "\(result.errors)") }
    #expect(!result.errors.contains("defect"), "\(result.errors)")
    if wrong.status == 2 {
      #expect(try tally("ledger", "info", "--format", "json").output == before, "nothing written")
    }
  }

  /// A folder with good and bad files, a ledger, an open and a closed stocktake.
  static func prepared() throws -> Tally {
    let tally = try Tally()
    let folder = tally.folder
    let png = try Data(
      contentsOf: URL(fileURLWithPath: ProjectFolder.path("samples/photos/HQ/3/301/desk-2.png")))
    try folder.write("good.png", Array(png))
    try folder.write("truncated.png", Array(png.prefix(png.count / 2)))
    try folder.write("text.png", "This is a text.\n")
    try folder.write("empty.png", "")
    try folder.write(
      "photo.heic", [0, 0, 0, 24] + Array("ftypheic".utf8) + Array(repeating: 0, count: 64))
    try folder.write("rows.csv", "tag,name,location\nAST-1,Lamp,HQ/3\nAST-2,Chair,HQ/3\n")
    try folder.write("ragged.csv", "tag,name\nAST-1,Lamp\nAST-2,Chair,4\nAST-3,Desk\n")
    try folder.write("status.csv", "tag,status\nAST-5,in_stok\n")
    try folder.write("notag.csv", "name\nLamp\n")
    try folder.write("book.xlsx", "PK\u{3}\u{4}")
    try folder.write("short.txt", "x")
    try FileManager.default.createDirectory(
      atPath: folder.path("folder"), withIntermediateDirectories: true)
    try folder.write("good.yaml", template(element: "qr-code"))
    try folder.write("typo.yaml", template(element: "qr-cod"))
    try folder.write(
      "nofont.yaml",
      """
      name: nofont
      size: [30, 10]
      file: a
      elements:
        - {text: x, at: [1, 1], size: [20, 5], font: {family: No Such Font}}
      """)
    for arguments in [
      ["location", "add", "HQ/1"], ["location", "add", "HQ/2"], ["location", "add", "X"],
      ["stocktake", "open", "Closed", "--scope", "HQ/2"], ["stocktake", "close", "Closed"],
      ["stocktake", "open", "Open", "--scope", "HQ/1"], ["asset", "add", "thing"],
    ] {
      let result = try tally.run(arguments)
      try #require(result.status == 0, "\(arguments): \(result.errors)")
    }
    return tally
  }

  private static func template(element: String) -> String {
    """
    name: small
    size: [30, 30]
    file: "{tag}"
    elements:
      - \(element): "{tag}"
        at: [5, 5]
        size: 20
    fields:
      tag: {required: true}
    """
  }
}
