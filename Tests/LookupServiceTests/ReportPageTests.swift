import Foundation
import TestSupport
import Testing

/// The HTML report in a browser: as a file, and from the service.
@Suite(
  .serialized, .enabled(if: Browser.isInstalled, "chromium or chromium-driver is not installed"))
struct ReportPageTests {
  private let ledger: BrowsedLedger
  private let service: RunningService

  init() throws {
    ledger = try BrowsedLedger()
    try ledger.tally.expect("stocktake", "report", "Count", "--format", "html", "--out", "r.html")
    service = try RunningService(ledger.tally)
  }

  private var addresses: [(name: String, url: String)] {
    [
      ("file", "file://" + ledger.tally.folder.path("r.html")),
      ("service", service.url("/api/v1/inventory-sessions/1/report.html")),
      ("page", service.url("/stocktakes/1")),
    ]
  }

  @Test(arguments: zip([Browser.Viewport.phone, .desktop], [true, false]))
  func `the report shows its figures and every crop, and complains of nothing`(
    _ viewport: Browser.Viewport, _ isDark: Bool
  ) throws {
    let browser = try Browser(viewport, isDark: isDark)
    for (name, url) in addresses {
      try browser.open(url)
      #expect(try browser.complaints() == [], "\(name)")
      #expect(
        try browser.evaluate("return document.title") as? String == "Stocktake 1 “Count”")
      try expectFigures(browser)
      let crops = try browser.pictures("svg.crop image")
      // The asset from the other room and the stranger's label; what was found as booked needs none.
      #expect(crops.all == 2 && crops.shown == 2, "\(name): \(crops)")
      #expect(try browser.count("svg.crop polygon:not(.halo)") == 2)
      #expect(try browser.fitsWidth(), "\(name)")
      try browser.keepPicture("report-\(name)-\(viewport.width)-\(isDark)")
    }
  }

  private func expectFigures(_ browser: Browser) throws {
    let summary = try ledger.summary()
    let outcomes = try #require(summary["outcomes"] as? [String: Int])
    #expect(outcomes["found"] == 2 && outcomes["missing"] == 3)
    for outcome in ["found", "misplaced", "missing", "unexpected-elsewhere"] {
      let shown = try browser.text("#summary .tile.\(outcome) b")
      #expect(shown.flatMap { Int($0) } == outcomes[outcome], "\(outcome)")
    }
    let expected = try browser.text("#summary .tile.expected b")
    #expect(expected.flatMap { Int($0) } == summary["expected"] as? Int)
    let unknown = try browser.text("#summary .tile.codes b")
    #expect(unknown.flatMap { Int($0) } == summary["unknown"] as? Int)
  }

  @Test func `hostile names and codes are words in it and nothing else`() throws {
    let browser = try Browser(.phone)
    for (name, url) in addresses {
      try browser.open(url)
      let text = try #require(try browser.text("main"))
      #expect(text.contains(SmallLedger.hostileName), "\(name)")
      #expect(text.contains(BrowsedLedger.hostileCode), "\(name)")
      #expect(try browser.foreignElements() == 0)
      #expect(try browser.count("script") == 0)
      #expect(try browser.complaints() == [])
    }
  }
}
