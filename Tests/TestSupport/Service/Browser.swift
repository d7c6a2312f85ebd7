public import Foundation

/// A headless Chromium of the system, driven by its WebDriver (W3C WebDriver, 2018).
///
/// It can reach this machine only: a page that loads something from elsewhere shows an error.
public final class Browser {
  /// A size of the visible part of a page, in CSS pixels.
  public struct Viewport: Sendable, CustomStringConvertible {
    public let width: Int
    public let height: Int

    public static let phone = Viewport(width: 390, height: 844)
    public static let desktop = Viewport(width: 1280, height: 900)
    public var description: String { "\(width)×\(height)" }
  }

  /// What the driver said that it could not do.
  public struct Failure: Error { public let message: String }

  /// Whether the system has the packages `chromium` and `chromium-driver`.
  public static let isInstalled = Program.tool("chromedriver") != nil && chromium != nil
  private static let chromium = Program.tool("chromium")

  private let driver: Process
  private let profile: TemporaryFolder
  private let client: HTTPClient
  private var session = ""

  /// Starts a browser of its own, which ends with this object.
  public init(_ viewport: Viewport, isDark: Bool = false) throws {
    profile = try TemporaryFolder()
    let output = Pipe()
    driver = Process()
    driver.executableURL = URL(fileURLWithPath: Program.tool("chromedriver")?.path ?? "")
    driver.arguments = ["--port=0"]
    driver.standardInput = FileHandle.nullDevice
    driver.standardOutput = output
    driver.standardError = FileHandle.nullDevice
    try driver.run()
    client = try HTTPClient(port: Self.port(from: output.fileHandleForReading))
    session = try start()
    try command(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": viewport.width, "height": viewport.height, "deviceScaleFactor": 1,
        "mobile": viewport.width < 600,
      ])
    try command(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]]])
  }

  deinit {
    _ = try? client.request("DELETE", "/session/\(session)")
    // SIGTERM may be blocked: a child has the mask of the thread that started it.
    kill(driver.processIdentifier, SIGKILL)
    driver.waitUntilExit()
  }

  // MARK: What a person does

  /// Opens an address and waits until all of it is there.
  public func open(_ url: String) throws { try post("url", ["url": url]) }

  /// Presses keys one after the other, wherever the page has its focus; `\u{E007}` is Enter.
  public func press(_ keys: String) throws {
    let actions = keys.map { String($0) }.flatMap { key in
      [["type": "keyDown", "value": key], ["type": "keyUp", "value": key]]
    }
    try post("actions", ["actions": [["type": "key", "id": "scanner", "actions": actions]]])
  }

  /// Types a code and Enter, as a scanner does that is a keyboard to the system, and waits until
  /// the page has changed.
  public func scan(_ code: String) throws {
    try evaluate("window.isOld = true")
    try press(code + "\u{E007}")
    for _ in 0..<1200 {
      let isNew = "return document.readyState === 'complete' && window.isOld === undefined"
      if (try? evaluate(isNew)) as? Bool == true { return }
      usleep(25_000)
    }
    throw Failure(message: "no new page came")
  }

  // MARK: What it shows

  /// The value of a script's `return`, as JSON has it; a promise is waited for.
  @discardableResult
  public func evaluate(_ script: String, _ arguments: [Any] = []) throws -> Any? {
    try post("execute/sync", ["script": script, "args": arguments])
  }

  /// The text that a person sees in the first element of a selector; nil where there is none.
  public func text(_ selector: String) throws -> String? {
    try evaluate("return document.querySelector(arguments[0])?.innerText", [selector]) as? String
  }

  /// How many elements a selector has.
  public func count(_ selector: String) throws -> Int {
    try evaluate("return document.querySelectorAll(arguments[0]).length", [selector]) as? Int ?? 0
  }

  /// What the console complained of since it was asked last: errors of scripts, loads that failed
  /// or that the page's policy refused.
  public func complaints() throws -> [String] {
    let entries = try post("se/log", ["type": "browser"]) as? [[String: Any]] ?? []
    return entries.filter { ["WARNING", "SEVERE"].contains($0["level"] as? String) }
      .map { "\($0["message"] ?? "")" }
  }

  /// A picture of what is visible (PNG).
  public func screenshot() throws -> Data {
    let text = try value(client.get("/session/\(session)/screenshot")) as? String
    return text.flatMap { Data(base64Encoded: $0) } ?? Data()
  }

  // MARK: The protocol

  @discardableResult
  private func command(_ name: String, _ parameters: [String: Any]) throws -> Any? {
    try post("goog/cdp/execute", ["cmd": name, "params": parameters])
  }

  @discardableResult
  private func post(_ path: String, _ body: [String: Any]) throws -> Any? {
    try send("/session/\(session)/\(path)", body)
  }

  private func start() throws -> String {
    let options: [String: Any] = [
      "binary": Self.chromium?.path ?? "",
      "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--hide-scrollbars", "--user-data-dir=\(profile.path)",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ],
    ]
    let capabilities: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": options,
      "goog:loggingPrefs": ["browser": "ALL"],
    ]
    let answer = try send("/session", ["capabilities": ["alwaysMatch": capabilities]])
    guard let id = (answer as? [String: Any])?["sessionId"] as? String else {
      throw Failure(message: "no session")
    }
    return id
  }

  private func send(_ path: String, _ body: [String: Any]) throws -> Any? {
    let data = try JSONSerialization.data(withJSONObject: body)
    return try value(client.post(path, String(decoding: data, as: UTF8.self)))
  }

  private func value(_ answer: HTTPAnswer) throws -> Any? {
    guard answer.status == 200 else { throw Failure(message: answer.text) }
    return answer.json?["value"]
  }

  private static func port(from handle: FileHandle) throws -> Int {
    var text = ""
    while case let more = handle.availableData, !more.isEmpty {
      text += String(decoding: more, as: UTF8.self)
      if let match = text.firstMatch(of: /on port (\d+)\./), let port = Int(match.1) { return port }
    }
    throw Failure(message: text)
  }
}
