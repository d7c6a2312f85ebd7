import Foundation
import TestSupport
import Testing

/// A ledger with pictures, hostile names and long ones, for tests that look at pages.
///
/// Of the assets that are expected in HQ/1 two are found; one of HQ/2 was counted there, too, and so
/// was a stranger's label.
struct BrowsedLedger {
  static let longName = String(repeating: "Donaudampfschiff", count: 12)
  static let hostileCode = "<img/src=x onerror=alert(1)>"
  let tally: Tally

  init() throws {
    tally = try Tally()
    try SmallLedger.make(at: tally.folder.path("ledger.sqlite"))
    try tally.folder.write(
      "more.csv",
      """
      tag,name,serial,location
      \(String(repeating: "L", count: 90)),\(Self.longName),\(Self.longName),HQ/1
      """)
    for (index, code) in ["AST-000001", "H-1", "AST-000003", Self.hostileCode].enumerated() {
      try tally.expect(
        "encode", "qr-code", code, "--format", "png", "--out", "\(index).png")
    }
    // The stocktake was opened before the import, so the long one is new in it.
    try tally.expect("asset", "import", "more.csv")
    try tally.expect("asset", "edit", "AST-000002", "--condition", "<b>worn</b>")
    try tally.expect("asset", "verify", "AST-000002", "--note", "on the way")
    try tally.expect(
      "stocktake", "scan", "Count", "0.png", "1.png", "2.png", "3.png", "--location", "HQ/1")
    try tally.expect("stocktake", "done", "Count", "HQ/1")
  }

  /// The summary of the report, as `tally` prints it.
  func summary() throws -> [String: Any] {
    let report = try tally("stocktake", "report", "Count", "--format", "json").object
    return try #require(report["summary"] as? [String: Any])
  }
}

extension Browser {
  /// Whether the page is no wider than what is visible.
  func fitsWidth() throws -> Bool {
    let script = "return document.documentElement.scrollWidth <= window.innerWidth"
    return try evaluate(script) as? Bool == true
  }

  /// How many of the pictures in the page can really be shown, and how many there are.
  func pictures(_ selector: String) throws -> (shown: Int, all: Int) {
    let script = """
      const all = [...document.querySelectorAll(arguments[0])];
      const sizes = await Promise.all(all.map(async (one) => {
        const picture = new Image();
        picture.src = one.getAttribute("href") ?? one.src;
        try { await picture.decode(); } catch { return false; }
        const box = one.getBoundingClientRect();
        return picture.naturalWidth > 0 && box.width > 0 && box.height > 0;
      }));
      return [sizes.filter(Boolean).length, all.length];
      """
    let counts = try evaluate("return (async () => {\(script)})(...arguments)", [selector])
    let numbers = try #require(counts as? [Int])
    return (numbers[0], numbers[1])
  }

  /// Elements that only a hostile text could have made.
  func foreignElements() throws -> Int {
    try count("img[src='x'], [onerror], [onload], script:not([src]), iframe, object, embed")
  }

  /// Keeps a picture of the page where `TALLY_SCREENSHOTS` names a folder.
  func keepPicture(_ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["TALLY_SCREENSHOTS"] else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try screenshot().write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
  }
}
