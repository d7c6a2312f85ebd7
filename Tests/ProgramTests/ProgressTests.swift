import Foundation
import TestSupport
import Testing

/// What the built program paints while it scans.
struct ProgressTests {
  private static let photos = ProjectFolder.path("samples/photos")

  @Test func `a terminal shows a bar with count, rate and time left, and is left clean`() throws {
    let (screen, seconds) = try scan(columns: 120, environment: ["NO_COLOR": "1"])
    let frames = screen.components(separatedBy: "\r\u{1B}[K")
    let whole = /[█░]{24} \d+ of 32 pictures, [\d.]+ pictures\/s, \d+ s left/
    #expect(frames.contains { $0.wholeMatch(of: whole) != nil }, "\(frames)")
    #expect(Double(frames.filter { $0.contains("pictures/s") }.count) <= 10 * seconds + 2)
    #expect(!screen.contains("\u{1B}[3"), "a colour")
    #expect(frames.last == "32 pictures, 269 symbols, 0 failed\r\n", "\(frames.last ?? "")")
  }

  @Test func `a narrow terminal gets a line that fits`() throws {
    let screen = try scan(columns: 30, environment: [:]).screen
    let frames = screen.components(separatedBy: "\r\u{1B}[K").dropLast()
    #expect(frames.contains { $0.contains("of 32") })
    #expect(frames.allSatisfy { $0.count < 30 }, "\(frames)")
  }

  @Test func `a pipe, a dumb terminal and --no-progress show none`() throws {
    let tally = try Tally()
    #expect(try !tally("scan", Self.photos).errors.contains("\u{1B}"))
    #expect(try !scan(columns: 80, environment: ["TERM": "dumb"]).screen.contains("\u{1B}"))
    #expect(try !scan(columns: 80, options: ["--no-progress"]).screen.contains("pictures/s"))
  }

  /// Scans the sample photos with standard error on a terminal; what it painted, and how long.
  private func scan(
    columns: UInt16, environment: [String: String] = [:], options: [String] = []
  ) throws -> (screen: String, seconds: Double) {
    let terminal = try PseudoTerminal(columns: columns)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tally.program.path)
    process.arguments = ["scan", Self.photos, "--format", "ndjson"] + options
    process.environment = ProcessInfo.processInfo.environment
      .merging(["TERM": "xterm"]) { $1 }.merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = terminal.program
    let start = ContinuousClock.now
    try process.run()
    terminal.closeProgramSide()
    let screen = terminal.readToEnd()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return (screen, (ContinuousClock.now - start) / .seconds(1))
  }
}

/// A terminal that a test looks at (pty(7)).
private final class PseudoTerminal {
  private let person: Int32
  let program: FileHandle

  init(columns: UInt16) throws {
    // What posix_openpt(3), unlockpt(3) and ptsname(3) do, which Glibc's module leaves out.
    person = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (lock, number): (Int32, Int32) = (0, 0)
    let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    try #require(ioctl(person, setLock, &lock) == 0 && ioctl(person, getNumber, &number) == 0)
    program = try #require(FileHandle(forUpdatingAtPath: "/dev/pts/\(number)"))
    var size = winsize(ws_row: 25, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(person, UInt(TIOCSWINSZ), &size) == 0)
  }

  deinit { close(person) }

  func closeProgramSide() { try? program.close() }

  /// All that is painted until nobody has the terminal open any more.
  func readToEnd() -> String {
    var (bytes, part) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
    while true {
      let count = read(person, &part, part.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += part.prefix(count)
    }
  }
}
