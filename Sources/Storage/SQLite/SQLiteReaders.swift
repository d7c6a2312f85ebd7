import Dispatch
import Synchronization

/// Connections for short reads: as many as there are threads that read at a time.
final class SQLiteReaders: Sendable {
  private let path: String
  private let idle: Mutex<[SQLiteReader]>
  private let queue = DispatchQueue(label: "readers")
  private let isTidying = Atomic(false)
  /// How often connections were told to let go.
  private let tidied = Atomic(0)

  /// How long an idle connection holds the state that it read last, in milliseconds.
  private static let hold = 100

  /// Opens the first one.
  init(path: String) throws {
    self.path = path
    idle = Mutex([try SQLiteReader(path: path)])
  }

  /// Closes all connections; none may be lent.
  func close() { idle.withLock { $0.removeAll() } }

  /// Lends a connection that sees the last committed state.
  func lend<Value>(_ body: (SQLiteReader) throws -> Value) throws -> Value {
    let before = tidied.load(ordering: .acquiring)
    let reader = try idle.withLock { $0.popLast() } ?? SQLiteReader(path: path)
    defer {
      if tidied.load(ordering: .acquiring) != before { reader.letGo() }
      idle.withLock { $0.append(reader) }
      tidyLater()
    }
    return try reader.read(body)
  }

  private func tidyLater() {
    guard !isTidying.load(ordering: .relaxed),
      isTidying.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
    else { return }
    queue.asyncAfter(deadline: .now() + .milliseconds(Self.hold)) { [weak self] in self?.tidy() }
  }

  /// Has all idle connections let go of their states; those in use now do it when they come back.
  private func tidy() {
    isTidying.store(false, ordering: .sequentiallyConsistent)
    tidied.add(1, ordering: .releasing)
    idle.withLock { readers in
      for reader in readers { reader.letGo() }
    }
  }
}
