public import Foundation

/// The built program with a folder and a ledger of its own.
public struct Tally {
  public static let program = Program.built("tally")
  public let folder: TemporaryFolder

  /// A file in the folder, or an address.
  public let ledger: String

  /// - Parameter ledger: the address of its ledger; nil for a file in the folder.
  public init(ledger: String? = nil) throws {
    folder = try TemporaryFolder()
    self.ledger = ledger ?? folder.path("ledger.sqlite")
  }

  /// A program whose ledger is on the engine of the test.
  public static func onEngine() throws -> Tally {
    guard Engine.current == .postgres, let server = PostgresServer.shared else {
      return try Tally()
    }
    return try onPostgres(server)
  }

  /// A program whose ledger is a new schema of PostgreSQL.
  public static func onPostgres(_ server: PostgresServer) throws -> Tally {
    try Tally(ledger: server.address(schema: PostgresServer.newSchema()))
  }

  /// Runs in the folder, with its ledger.
  public func callAsFunction(_ arguments: String..., input: String? = nil) throws -> Program.Result
  {
    try run(arguments, input: input)
  }

  public func run(_ arguments: [String], input: String? = nil) throws -> Program.Result {
    try Self.program.run(
      arguments, input: input, environment: environment, in: folder.path)
  }

  public var environment: [String: String] {
    ["TALLY_LEDGER": ledger, "TALLY_AS": "tester", "NO_COLOR": "1"]
  }

  /// The program, started and left running.
  public func start(
    _ arguments: [String], output: String, errors: String? = nil, input: Pipe? = nil,
    variables: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program.path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      .merging(variables) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    try folder.write(output, "")
    process.standardOutput = FileHandle(forWritingAtPath: folder.path(output))
    if let errors { try folder.write(errors, "") }
    process.standardError =
      errors.map { FileHandle(forWritingAtPath: folder.path($0)) } ?? FileHandle.nullDevice
    if let input { process.standardInput = input }
    try process.run()
    return process
  }
}

extension Program.Result {
  /// The objects of NDJSON output.
  public var objects: [[String: Any]] {
    lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
  }

  /// The one object of JSON output.
  public var object: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]) ?? [:]
  }
}
