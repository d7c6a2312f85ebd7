import Dispatch
import Synchronization

/// Some connections, made when they are needed and kept for the next time.
final class PostgresPool: Sendable {
  private let connector: PostgresConnector
  private let idle: Mutex<[PostgresSession]>
  private let free = DispatchSemaphore(value: limit)

  /// A server has a hundred connections by default, for everybody.
  private static let limit = 8
  /// As long as a writer waits for another one.
  private static let patience = DispatchTimeInterval.seconds(30)

  /// - Parameter first: an open connection.
  init(_ connector: PostgresConnector, first: PostgresSession) {
    self.connector = connector
    idle = Mutex([first])
  }

  /// Lends a connection; one that broke isn't kept.
  ///
  /// The server may have been started anew since the connection was used last. So a body that was
  /// given nothing of the database before its connection was lost gets another one, once.
  func lend<Value>(_ body: (PostgresSession) throws -> Value) throws -> Value {
    guard free.wait(timeout: .now() + Self.patience) == .success else {
      throw StorageFault(
        code: "ledger.busy",
        message: "All \(Self.limit) connections to \(connector.address) have been in use for too "
          + "long. Try again.")
    }
    defer { free.signal() }
    let kept = idle.withLock { $0.popLast() }
    do {
      return try use(kept ?? connector.connect(), body)
    } catch let error as PostgresError where error.isLost && kept?.hasDelivered == false {
      // What else is idle was connected to the same server.
      idle.withLock { $0.removeAll() }
      return try use(connector.connect(), body)
    }
  }

  private func use<Value>(
    _ session: PostgresSession, _ body: (PostgresSession) throws -> Value
  ) throws -> Value {
    defer { if !session.isBroken { idle.withLock { $0.append(session) } } }
    return try body(session)
  }
}
