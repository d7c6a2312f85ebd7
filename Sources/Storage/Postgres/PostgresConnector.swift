import CPostgres
import Diagnostics
import Foundation

/// Opens connections and makes them ready for a ledger.
struct PostgresConnector: Sendable {
  let address: PostgresAddress

  /// The oldest server that knows all that the ledger's statements use.
  private static let leastVersion = 150_000

  /// - Throws: `StorageFault`.
  func connect() throws -> PostgresSession {
    do {
      let handle = try open()
      let session = PostgresSession(handle)
      try check(handle)
      try prepare(handle)
      guard PQenterPipelineMode(handle) == 1 else { throw PostgresError(nil, of: handle) }
      return session
    } catch let error as PostgresError {
      throw StorageFault(error, at: address)
    }
  }

  /// What the address says wins over what stands before it here, and loses to what stands after.
  private var parameters: [(name: String, value: String)] {
    [
      ("fallback_application_name", "tallymark"),
      // A server that went away without a word is noticed within a minute and a half.
      ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "6"),
      ("tcp_user_timeout", "60000"),
      ("dbname", address.connection), ("client_encoding", "UTF8"),
    ]
  }

  private func open() throws -> OpaquePointer {
    var names = parameters.map { strdup($0.name).map { UnsafePointer($0) } } + [nil]
    var values = parameters.map { strdup($0.value).map { UnsafePointer($0) } } + [nil]
    defer { for text in names + values { free(UnsafeMutableRawPointer(mutating: text)) } }
    guard let handle = PQconnectStartParams(&names, &values, 1) else {
      throw PostgresError(sqlState: "", message: "no memory for a connection", isLost: true)
    }
    // It would print what the server has to remark.
    PQsetNoticeReceiver(handle, { _, _ in }, nil)
    // Only so does libpq tell the state's code of a failed connection.
    PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
    do {
      try finish(handle)
    } catch {
      PQfinish(handle)
      throw error
    }
    PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
    return handle
  }

  /// Goes on with the connection whenever its socket is ready, until it stands.
  private func finish(_ handle: OpaquePointer) throws {
    let patience = Self.patience(handle)
    let end = Date(timeIntervalSinceNow: patience)
    var isReading = false
    while PQstatus(handle) != CONNECTION_BAD {
      var socket = pollfd(
        fd: PQsocket(handle), events: Int16(isReading ? POLLIN : POLLOUT), revents: 0)
      let rest = Int32(max(0, end.timeIntervalSinceNow * 1000).rounded(.up))
      let ready = poll(&socket, 1, rest)
      if ready == 0 {
        throw PostgresError(
          sqlState: "", message: "no answer within \(Int(patience)) seconds", isLost: true)
      }
      if ready < 0 && errno != EINTR { break }
      switch PQconnectPoll(handle) {
      case PGRES_POLLING_OK: return
      case PGRES_POLLING_READING: isReading = true
      case PGRES_POLLING_WRITING: isReading = false
      default: throw Self.failure(handle)
      }
    }
    throw Self.failure(handle)
  }

  /// How long a server may take to answer, in seconds: `connect_timeout` of the address or the
  /// environment, else 10.
  private static func patience(_ handle: OpaquePointer) -> Double {
    guard let options = PQconninfo(handle) else { return 10 }
    defer { PQconninfoFree(options) }
    var option = options
    while let name = option.pointee.keyword {
      if String(cString: name) == "connect_timeout", let value = option.pointee.val {
        return Double(String(cString: value)).flatMap { $0 > 0 ? $0 : nil } ?? 10
      }
      option += 1
    }
    return 10
  }

  /// Finds the code in `… FATAL:  3D000: database "x" does not exist`, and leaves out where in its
  /// source the server says so.
  private static func failure(_ handle: OpaquePointer) -> PostgresError {
    let lines = String(cString: PQerrorMessage(handle)).split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("LOCATION:") }
    let text = lines.joined(separator: " ")
    // Then libpq itself gives up, before the server says so.
    let needsPassword = PQconnectionNeedsPassword(handle) == 1
    let code = text.firstMatch(of: #/: +(?=[A-Z]*[0-9])([0-9A-Z]{5}): /#)
    return PostgresError(
      sqlState: code.map { String($0.output.1) } ?? (needsPassword ? "28P01" : ""),
      message: code.map { text.replacingOccurrences(of: "\($0.output.1): ", with: "") } ?? text,
      isLost: true)
  }

  private func check(_ handle: OpaquePointer) throws(StorageFault) {
    let version = Int(PQserverVersion(handle))
    guard version >= Self.leastVersion else {
      throw StorageFault(
        code: "ledger.unsupported",
        message: "The server of \(address) is PostgreSQL \(version / 10_000); a ledger needs "
          + "\(Self.leastVersion / 10_000) or newer.")
    }
    let encoding = PQparameterStatus(handle, "server_encoding").map { String(cString: $0) } ?? ""
    guard encoding == "UTF8" else {
      throw StorageFault(
        code: "ledger.unsupported",
        message: "The database of \(address) keeps texts as \(SafeText.terminal(encoding)), which "
          + "hasn't all letters; make one with createdb --encoding=UTF8.")
    }
  }

  /// What the ledger relies on, whatever the server's, database's or account's settings are.
  ///
  /// Statements are planned once a connection, mostly while their tables are empty or nobody has
  /// counted their rows: going through all of a table must not seem the cheapest way then, since
  /// the plan stays when the table has grown.
  private func prepare(_ handle: OpaquePointer) throws {
    let result = PQexec(
      handle,
      """
      SET search_path = \(address.quotedSchema);
      SET lock_timeout = '30s';
      SET jit = off;
      SET cursor_tuple_fraction = 1;
      SET enable_seqscan = off;
      SELECT set_config('synchronous_commit', 'on', false)
      WHERE current_setting('synchronous_commit') = 'off';
      """)
    defer { PQclear(result) }
    guard [PGRES_TUPLES_OK, PGRES_COMMAND_OK].contains(PQresultStatus(result)) else {
      throw PostgresError(result, of: handle)
    }
  }
}
