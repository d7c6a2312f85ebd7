import Foundation
public import Testing

/// A PostgreSQL server of the tests' own: one a process, started where a test first asks for it.
///
/// It listens on a socket in its folder only. Its keeper, a shell, stops it and removes the folder when
/// the pipe from the test process closes, however that process ends.
public final class PostgresServer: Sendable {
  /// Nil where PostgreSQL isn't installed, or doesn't start.
  ///
  /// It doesn't wait for the disk: what a power cut leaves is tried on servers of their own.
  public static let shared = try? PostgresServer(settings: ["fsync = off"])

  /// Why there is none, for tests that are skipped.
  public static let absence: Comment = "PostgreSQL's server isn't installed (postgresql-15)"

  /// Where its data, socket and log are.
  public let folder: String
  /// The keeper lives as long as this stays open, and starts the server anew for each line.
  private let pipe: FileHandle
  /// A line whenever the server is ready.
  private let answers: FileHandle

  /// - Parameter folder: where its data lie; nil for a temporary folder.
  /// - Parameter settings: lines of `postgresql.conf`.
  public init(in folder: String? = nil, settings: [String] = []) throws {
    guard let programs = Self.programs else { throw CocoaError(.fileNoSuchFile) }
    let (input, output, keeper) = (Pipe(), Pipe(), Process())
    let isRoot = getuid() == 0
    // Its own session, so that Ctrl-C reaches the tests alone; the server refuses to run as root.
    keeper.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
    keeper.arguments =
      (isRoot ? ["runuser", "-u", "postgres", "--"] : [])
      + [
        "/bin/sh", "-c", Self.script, "sh", programs, folder ?? "",
        settings.joined(separator: "\n"),
      ]
    keeper.currentDirectoryURL = URL(fileURLWithPath: "/")
    (keeper.standardInput, keeper.standardOutput) = (input, output)
    keeper.standardError = FileHandle.nullDevice
    (pipe, answers) = (input.fileHandleForWriting, output.fileHandleForReading)
    // A child of a later test that had it open would keep the server alive.
    _ = fcntl(pipe.fileDescriptor, F_SETFD, FD_CLOEXEC)
    try keeper.run()
    let answer = String(decoding: answers.availableData, as: UTF8.self)
    guard answer.hasPrefix("/") else { throw CocoaError(.executableLoad) }
    self.folder = answer.trimmingCharacters(in: .newlines)
  }

  /// Its own order of texts is not that of bytes, so that a test fails where a statement relies on it.
  private static let script = """
    programs=$1 folder=$2
    test -n "$folder" || folder=$(mktemp -d /tmp/tally-pg-XXXXXX)
    exec 2>"$folder/keeper.log"
    end() { "$programs/pg_ctl" stop -D "$folder/data" -m immediate >&2; rm -rf "$folder"/*; rmdir "$folder"; exit; }
    trap end TERM INT HUP
    "$programs/initdb" -D "$folder/data" -U tester -A trust -E UTF8 --no-sync \
      --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US >&2 || end
    printf '%s\\n' "listen_addresses = ''" "unix_socket_directories = '$folder'" \
      "max_connections = 400" "shared_buffers = 64MB" "$3" >>"$folder/data/postgresql.conf"
    "$programs/pg_ctl" start -w -D "$folder/data" -l "$folder/log" >&2 || end
    echo "$folder"
    while read -r _; do
      "$programs/pg_ctl" restart -w -m immediate -D "$folder/data" -l "$folder/log" >&2
      echo again
    done
    end
    """

  /// The folder of `initdb` and `pg_ctl`; Debian keeps it off the PATH.
  private static let programs: String? = {
    let debian = (15...20).reversed().map { "/usr/lib/postgresql/\($0)/bin" }
    let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return (debian + path.map(String.init)).first { folder in
      ["initdb", "pg_ctl"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)")
      }
    }
  }()

  /// The address of a schema.
  public func address(
    schema: String, user: String = "tester", database: String = "postgres"
  ) -> String {
    "postgres://\(user)@/\(database)?host=\(folder)&schema=\(schema)"
  }

  /// A name that no other schema has.
  public static func newSchema() -> String { "t" + UUID().uuidString.lowercased() }

  /// Runs SQL text as its owner, by the system's own client.
  @discardableResult
  public func psql(_ sql: String, database: String = "postgres") throws -> Program.Result {
    try Program(path: "/usr/bin/env").run(
      [
        "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", folder, "-U", "tester", "-d",
        database, "-f", "-",
      ], input: sql)
  }

  /// Starts it anew, as after a power cut.
  ///
  /// Its keeper does that: a server that were a grandchild of the tests' own would keep open what tells
  /// them of a child's end.
  public func restart() throws {
    try pipe.write(contentsOf: Data("restart\n".utf8))
    _ = answers.availableData
  }

  /// Runs a program of the system as the account that the server runs as.
  public func asOwner(_ command: [String]) throws -> Program.Result {
    let user = getuid() == 0 ? ["runuser", "-u", "postgres", "--"] : []
    return try Program(path: "/usr/bin/env").run(user + command, in: "/")
  }
}
