import Dispatch
import Storage
import Synchronization

/// Has steps that wait at the same time share one transaction, so that one sync of the disk serves
/// all of them.
///
/// Whoever comes while nobody writes runs its own step, alone and at once. Who comes meanwhile waits;
/// the first of them then runs all that are waiting, each in a savepoint, so that a step that is
/// refused undoes only itself. Nobody returns before the commit.
final class GroupCommit: Sendable {
  private let database: Database
  private let queue = Mutex(Queue())

  private struct Queue {
    var waiting: [WaitingStep] = []
    var isBusy = false
  }

  /// So many steps share a transaction.
  private static let group = 64

  init(_ database: Database) { self.database = database }

  /// Runs a step in a transaction that is durable when this returns, and undone when the step throws.
  ///
  /// Where the transaction as a whole fails, every step of it throws why.
  func write<Value>(_ step: (Connection) throws -> Value) throws -> Value {
    var result: Result<Value, any Error>?
    try withoutActuallyEscaping(step) { step in
      let own = WaitingStep { connection in
        result = nil
        let value = try step(connection)
        result = .success(value)
      }
      if !enter(own) { own.wait() }
      if own.isToLead { lead(own) }
      if let error = own.error { throw error }
    }
    guard case .success(let value)? = result else {
      throw StorageFault(code: "ledger.refused", message: "A step was not run.")
    }
    return value
  }

  /// Takes a place in the queue; true for who is to run its step itself.
  private func enter(_ step: WaitingStep) -> Bool {
    queue.withLock { queue in
      queue.waiting.append(step)
      guard !queue.isBusy else { return false }
      queue.isBusy = true
      step.isToLead = true
      return true
    }
  }

  /// Runs the steps that wait, this one among them, and hands the lead on.
  private func lead(_ own: WaitingStep) {
    let steps = queue.withLock { queue in
      let steps = Array(queue.waiting.prefix(Self.group))
      queue.waiting.removeFirst(steps.count)
      return steps
    }
    run(steps)
    let next = queue.withLock { queue in
      queue.isBusy = !queue.waiting.isEmpty
      return queue.waiting.first
    }
    next?.isToLead = true
    next?.wake()
    for step in steps where step !== own { step.wake() }
  }

  private func run(_ steps: [WaitingStep]) {
    do {
      try database.write { connection in
        if steps.count == 1 { return try steps[0].perform(connection) }
        for step in steps { try connection.inSavepoint(step) }
      }
    } catch {
      // Nothing of the group was kept. Who was refused before knows better why.
      for step in steps where step.error == nil { step.error = error }
    }
    // Before their callers go on: a closure must not outlive its caller's frame.
    for step in steps { step.forget() }
  }
}

/// A step whose caller waits until it was run, by whichever thread.
///
/// Sendable because one thread has it at a time: the caller until it waits, then who leads the
/// group, and the caller again once it is woken. The queue's lock and the semaphore keep their
/// memory in order.
private final class WaitingStep: @unchecked Sendable {
  private var body: ((Connection) throws -> Void)?
  var error: (any Error)?
  /// Whether its own thread runs the group.
  var isToLead = false
  private let woken = DispatchSemaphore(value: 0)

  init(_ body: @escaping (Connection) throws -> Void) { self.body = body }

  func perform(_ connection: Connection) throws { try body?(connection) }
  func forget() { body = nil }

  func wait() { woken.wait() }
  func wake() { woken.signal() }
}

extension Connection {
  /// Runs a step so that it undoes itself where it throws, and the transaction goes on.
  ///
  /// - Throws: where the transaction can't go on.
  fileprivate func inSavepoint(_ step: WaitingStep) throws {
    try execute("SAVEPOINT step")
    do {
      try step.perform(self)
      // What was sent ahead must have been done before the step counts as done.
      _ = try first("SELECT 1") { try $0.int(0) }
    } catch {
      step.error = error
      // On a full disk the engine may have undone everything already; then this throws.
      try execute("ROLLBACK TO SAVEPOINT step")
    }
    try execute("RELEASE SAVEPOINT step")
  }
}
