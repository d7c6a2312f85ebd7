import Foundation
import TestSupport
import Testing

/// The pages, in a browser, at the size of a phone and of a desk.
@Suite(
  .serialized, .enabled(if: Browser.isInstalled, "chromium or chromium-driver is not installed"))
struct PageTests {
  private let ledger: BrowsedLedger
  private let service: RunningService

  init() throws {
    ledger = try BrowsedLedger()
    service = try RunningService(ledger.tally)
  }

  /// What must hold for every page.
  private func expectSound(_ browser: Browser, _ name: String) throws {
    #expect(try browser.fitsWidth(), "\(name) is too wide")
    let complaints = try browser.complaints()
    #expect(complaints == [], "\(name)")
    #expect(try browser.foreignElements() == 0, "\(name)")
    try browser.keepPicture(name)
  }

  @Test(arguments: [Browser.Viewport.phone, .desktop])
  func `scan after scan shows what each code leads to`(_ viewport: Browser.Viewport) throws {
    let browser = try Browser(viewport)
    try browser.open(service.url("/"))
    #expect(try browser.evaluate("return document.activeElement.id") as? String == "code")
    try expectSound(browser, "start-\(viewport.width)")

    try browser.scan("AST-000001")
    let asset = try #require(try browser.text("#result #asset"))
    #expect(asset.contains("Lamp") && asset.contains("AST-000001"))
    let place = "return document.querySelector('#asset-location li:last-child a').href"
    #expect(try browser.evaluate(place) as? String == service.url("/locations/HQ%2F1"))
    let history = try #require(try browser.text("#history"))
    #expect(history.contains("Count") && history.contains("Read as"))
    let crops = try browser.pictures("#history image")
    #expect(crops.all == 1 && crops.shown == 1)
    try expectSound(browser, "asset-\(viewport.width)")

    try browser.scan("TWIN")
    for tag in ["AST-000002", "AST-000003"] {
      #expect(try browser.text("#result")?.contains(tag) == true)
    }
    try expectSound(browser, "many-\(viewport.width)")

    try browser.scan("HQ/2")
    #expect(try browser.text("#location")?.contains("HQ/2") == true)
    try expectSound(browser, "location-\(viewport.width)")

    try browser.scan("5901234123457")
    #expect(try browser.text(".unknown")?.contains("5901234123457") == true)
    #expect(try browser.count("#asset") == 0)
    try expectSound(browser, "unknown-\(viewport.width)")
  }

  @Test(arguments: [Browser.Viewport.phone, .desktop])
  func `a hostile text is shown as it is and becomes nothing else`(
    _ viewport: Browser.Viewport
  ) throws {
    let browser = try Browser(viewport)
    try browser.open(service.url("/"))
    try browser.scan("H-1")
    #expect(try browser.text("#asset h1") == SmallLedger.hostileName)
    try expectSound(browser, "hostile-asset-\(viewport.width)")
    for code in [BrowsedLedger.hostileCode, #"" autofocus onfocus="alert(1)"#, "{{{code}}}&amp;"] {
      try browser.scan(code)
      #expect(try browser.text(".unknown")?.contains(code) == true)
      let field = try browser.evaluate("return document.querySelector('#code').value")
      #expect(field as? String == code)
      try expectSound(browser, "hostile-code-\(viewport.width)")
    }
    try browser.scan(BrowsedLedger.longName)
    #expect(try browser.text("#result")?.contains(BrowsedLedger.longName) == true)
    try expectSound(browser, "long-\(viewport.width)")
  }

  @Test(arguments: zip([Browser.Viewport.phone, .desktop], [true, false]))
  func `every page fits its window, loads all it names, and says what it is`(
    _ viewport: Browser.Viewport, _ isDark: Bool
  ) throws {
    let browser = try Browser(viewport, isDark: isDark)
    for (path, selector, words) in [
      ("/?code=AST-000001", "#asset", "Lamp"), ("/assets/H-1", "#asset", "H-1"),
      ("/assets/%C3%84%F0%9F%98%80-1", "#asset", "Grün 緑"),
      ("/assets/" + String(repeating: "L", count: 90), "#asset", BrowsedLedger.longName),
      ("/locations", "#locations", "HQ/2"), ("/locations/HQ/1", "#location", "AST-000001"),
      ("/stocktakes", "#stocktakes", "Count"), ("/stocktakes", "#stocktakes", "Done"),
      ("/?code=chair", "#result", "AST-000002"), ("/a/AST-000001", "#asset", "Lamp"),
    ] {
      try browser.open(service.url(path))
      #expect(try browser.text(selector)?.contains(words) == true, "\(path)")
      #expect(try (browser.evaluate("return document.title") as? String)?.isEmpty == false)
      let pictures = try browser.pictures("main image, main img")
      #expect(pictures.shown == pictures.all, "\(path)")
      try expectSound(
        browser, "page\(path.prefix(24).replacing("/", with: "-"))-\(viewport.width)-\(isDark)")
    }
  }

  @Test func `the link of a stocktake leads to its report`() throws {
    let browser = try Browser(.phone)
    try browser.open(service.url("/stocktakes"))
    let script = "return document.querySelector('#stocktakes h2 a').href"
    try browser.open(try #require(try browser.evaluate(script) as? String))
    #expect(try browser.count("#summary") == 1)
    try expectSound(browser, "linked-report")
  }

  @Test func `an asset's page tells edits and verifications as its history does`() throws {
    let page = try service.connection().get("/assets/AST-000002").text
    #expect(page.contains("Set the condition to “&lt;b&gt;worn&lt;/b&gt;”"))
    #expect(page.contains("Saw it: on the way"))
    #expect(!page.contains("<b>worn"))
  }

  @Test func `what isn't there is a page, too, with a way on`() throws {
    let client = try service.connection()
    for (path, status) in [
      ("/assets/none", 404), ("/locations/none", 404), ("/stocktakes/99", 404),
      ("/assets/%FF", 400),
    ] {
      let answer = try client.get(path)
      #expect(answer.status == status)
      #expect(answer["Content-Type"] == "text/html; charset=utf-8")
      #expect(answer.text.contains("id=\"code\""))
      let policy = try #require(answer["Content-Security-Policy"])
      #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
    }
  }
}
