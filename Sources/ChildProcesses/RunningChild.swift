internal import CSpawn
import Foundation
import Synchronization

/// A child process that has been started: its one owner, who writes to it, reads from it, kills it.
///
/// One thread writes and one reads; `kill` and `wait` may be called by any. Where the last
/// reference goes, the process group is killed and collected: there are no zombies.
package final class RunningChild: Sendable {
  /// The process, and the number of its group.
  package let process: Int32
  /// Readable when the process has ended.
  let watch: Descriptor
  let output: Descriptor?
  let errors: Descriptor?
  private let input: Mutex<Descriptor?>
  private let ending = Mutex<ChildEnding?>(nil)

  init(
    process: Int32, input: Descriptor?, output: Descriptor?, errors: Descriptor?
  ) throws(ChildFault) {
    let watch = cspawn_watch(process)
    guard watch >= 0 else {
      Self.killAndCollect(process)
      throw .noDescriptor
    }
    self.process = process
    self.watch = Descriptor(owning: watch)
    self.output = output
    self.errors = errors
    self.input = Mutex(input)
  }

  deinit {
    kill()
    _ = wait()
  }

  // MARK: Its end

  /// Kills the process and all that it has started; does nothing where it was waited for.
  package func kill() {
    ending.withLock { if $0 == nil { Self.signalGroup(process) } }
  }

  /// How it ended, once it has; nil where it still runs after some time.
  ///
  /// - Parameter time: for how long to wait; for ever where nil.
  package func wait(within time: Duration? = nil) -> ChildEnding? {
    let deadline = Deadline(within: time)
    while true {
      if let ended = ending.withLock({ $0 }) { return ended }
      if Polling.isReadable(watch.number, until: deadline) { return collected() }
      if deadline.hasPassed { return nil }
    }
  }

  private func collected() -> ChildEnding {
    ending.withLock { ending in
      if let ending { return ending }
      var result = cspawn_ending()
      let failure = cspawn_collect(process, &result)
      // Somebody else has collected it, against the rules: all that is known is that it is gone.
      let ended: ChildEnding =
        if failure != 0 { .signalled(SIGKILL) } else if result.signal != 0 {
          .signalled(result.signal)
        } else { .exited(result.status) }
      ending = ended
      return ended
    }
  }

  private static func killAndCollect(_ process: Int32) {
    signalGroup(process)
    var ending = cspawn_ending()
    cspawn_collect(process, &ending)
  }

  private static func signalGroup(_ process: Int32) {
    _ = Foundation.kill(-process, SIGKILL)
  }

  // MARK: Its standard input

  /// Writes all the bytes to its standard input.
  ///
  /// - Parameter time: for how long to wait for the child to take them; for ever where nil.
  /// - Throws: `child.broken-pipe` where it doesn't read any more, or not in time.
  package func write(_ bytes: [UInt8], within time: Duration? = nil) throws(ChildFault) {
    let deadline = Deadline(within: time)
    var written = 0
    while written < bytes.count {
      guard let count = writeSome(bytes[written...]) else { throw .brokenPipe }
      written += count
      guard count == 0 else { continue }
      let isReady = input.withLock { $0.map { Polling.isWritable($0.number, until: deadline) } }
      if isReady != true, deadline.hasPassed { throw .brokenPipe }
    }
  }

  /// Writes as much as the pipe takes now; nil where nobody reads it any more.
  func writeSome(_ bytes: ArraySlice<UInt8>) -> Int? {
    input.withLock { input in
      guard let number = input?.number else { return nil }
      let count = bytes.withUnsafeBytes { cspawn_write(number, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      return errno == EAGAIN || errno == EINTR ? 0 : nil
    }
  }

  /// The end of its standard input: most children end then.
  package func closeInput() { input.withLock { $0 = nil } }

  /// The descriptor of the parent's end, while it is open.
  var inputNumber: Int32? { input.withLock { $0?.number } }

  // MARK: Its standard output

  /// What is there of its standard output.
  package enum Reading: Sendable, Equatable {
    /// Some bytes, at least one.
    case bytes([UInt8])
    /// Nothing came in the time that was given.
    case nothingYet
    /// It closed its standard output, or ended.
    case end
  }

  /// Reads from its standard output as soon as there is anything.
  ///
  /// - Parameters:
  ///   - count: bytes at most.
  ///   - time: for how long to wait; for ever where nil.
  package func read(atMost count: Int = 65_536, within time: Duration? = nil) -> Reading {
    guard let output = output?.number else { return .end }
    let deadline = Deadline(within: time)
    while true {
      _ = Polling.isReadable(output, until: deadline)
      switch Polling.read(output, atMost: count) {
      case .nothingYet where !deadline.hasPassed: continue
      case let reading: return reading
      }
    }
  }
}

extension ChildFault {
  static var brokenPipe: ChildFault {
    ChildFault(code: "child.broken-pipe", message: "The child process doesn't read its input.")
  }
}
