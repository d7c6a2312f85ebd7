import Foundation
import Glibc

/// A CUPS of a test's own, in a folder of its own, on a socket of its own; it ends with this object.
///
/// It runs as whoever runs the test: as root its backends become CUPS's usual account, which needs
/// nothing of the folder.
public final class PrintServer {
  private let folder: TemporaryFolder
  private let scheduler: Process

  /// What CUPS's programs, and whoever calls them, find it by.
  public var environment: [String: String] { ["CUPS_SERVER": folder.path("socket")] }

  /// Starts the scheduler and waits until it answers.
  public init() throws {
    folder = try TemporaryFolder()
    scheduler = Process()
    try writeConfiguration()
    scheduler.executableURL = URL(fileURLWithPath: Self.cupsd?.path ?? "")
    scheduler.arguments = [
      "-f", "-c", folder.path("cupsd.conf"), "-s", folder.path("cups-files.conf"),
    ]
    scheduler.standardOutput = FileHandle.nullDevice
    scheduler.standardError = FileHandle.nullDevice
    try runWithSignals()
    for _ in 0..<200 where try !isAnswering { usleep(50_000) }
  }

  deinit {
    scheduler.terminate()
    for _ in 0..<100 where scheduler.isRunning { usleep(50_000) }
    if scheduler.isRunning { kill(scheduler.processIdentifier, SIGKILL) }
  }

  /// Threads of tests block most signals, and a program has the mask of the thread that starts it: CUPS
  /// would neither hear of its children's ends nor end itself.
  private func runWithSignals() throws {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try scheduler.run()
  }

  private var isAnswering: Bool {
    get throws { try run("lpstat", "-r").output.contains("scheduler is running") }
  }

  private func writeConfiguration() throws {
    try folder.write(
      "cupsd.conf",
      """
      Listen \(folder.path("socket"))
      Browsing No
      DefaultAuthType None
      <Location />
        Allow all
      </Location>
      <Policy default>
        <Limit All>
          Order allow,deny
        </Limit>
      </Policy>

      """)
    let places = [
      ("ServerRoot", "root"), ("RequestRoot", "spool"), ("CacheDir", "cache"),
      ("StateDir", "state"), ("TempDir", "files"), ("AccessLog", "access.log"),
      ("ErrorLog", "error.log"), ("PageLog", "page.log"),
    ]
    for (_, name) in places where !name.hasSuffix(".log") {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: false)
    }
    try folder.write(
      "cups-files.conf", places.map { "\($0) \(folder.path($1))\n" }.joined())
  }

  @discardableResult
  private func run(_ tool: String, _ arguments: String...) throws -> Program.Result {
    guard let program = Program.tool(tool) else { throw CocoaError(.fileNoSuchFile) }
    return try program.run(arguments, environment: environment)
  }

  /// Makes a queue whose jobs go to a port of this machine as they are.
  public func addQueue(_ name: String, port: UInt16) throws -> Program.Result {
    try run("lpadmin", "-p", name, "-E", "-v", "socket://127.0.0.1:\(port)", "-m", "raw")
  }

  /// What the scheduler has to complain about, for a test that fails.
  public var complaints: String { (try? folder.read("error.log")) ?? "" }

  /// Not every account has the folder of the scheduler in its PATH.
  private static let cupsd =
    Program.tool("cupsd")
    ?? ["/usr/sbin/cupsd"].first(where: FileManager.default.isExecutableFile).map(Program.init)

  /// Whether CUPS is installed.
  public static let isPossible =
    cupsd != nil && ["lp", "lpstat", "lpadmin"].allSatisfy { Program.tool($0) != nil }
}
