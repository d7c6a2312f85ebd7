import ChildProcesses
import Foundation

/// A worker process, and the line to it.
final class WorkerLine {
  /// Why there is no answer.
  enum Failure: Error {
    case crashed(ChildEnding?)
    case outOfTime
  }

  private let child: RunningChild
  private let folder: WorkerFolder?
  private var unread: [UInt8] = []

  /// Starts a worker and waits until it is ready.
  init(_ command: ChildCommand) throws {
    folder = WorkerFolder()
    var command = command
    if let folder { command.environment["TMPDIR"] = folder.path }
    child = try command.start()
    guard try frame(within: Self.startingTime).isEmpty else { throw garbled() }
  }

  /// The folder is removed when nobody writes into it any more.
  deinit {
    child.kill()
    _ = child.wait()
  }

  /// Loading the program's libraries takes some hundredths of a second, unless the disk is busy.
  private static let startingTime = Duration.seconds(30)

  /// Whether the process is there to be asked.
  var isRunning: Bool { child.wait(within: .zero) == nil }

  /// The worker's result of a picture.
  ///
  /// - Throws: `Failure`; then the worker is gone.
  func scan(path: String, within time: Duration) throws -> ImageScan {
    let request = try WorkerFrame.bytes(WorkerFrame.Request(path: path))
    do {
      try child.write(request, within: time)
    } catch {
      // Who doesn't read has ended, or hangs.
      throw isRunning ? outOfTime() : garbled()
    }
    let answer = try frame(within: time)
    guard let scan = try? WorkerFrame.value(ImageScan.self, answer) else { throw garbled() }
    return scan
  }

  private func frame(within time: Duration) throws(Failure) -> Data {
    let deadline = ContinuousClock.now + time
    unread.removeAll(keepingCapacity: true)
    try fill(4, until: deadline)
    guard let length = WorkerFrame.length(unread) else { throw garbled() }
    try fill(4 + length, until: deadline)
    guard unread.count == 4 + length else { throw garbled() }
    return Data(unread.dropFirst(4))
  }

  private func fill(_ count: Int, until deadline: ContinuousClock.Instant) throws(Failure) {
    while unread.count < count {
      let left = deadline - .now
      guard left > .zero else { throw outOfTime() }
      switch child.read(atMost: min(count - unread.count, 1 << 16), within: left) {
      case .bytes(let bytes): unread += bytes
      case .nothingYet: continue
      case .end: throw garbled()
      }
    }
  }

  private func outOfTime() -> Failure {
    child.kill()
    return .outOfTime
  }

  /// The worker ended, or says what no worker says: it is not to be trusted any more.
  private func garbled() -> Failure {
    let ending = child.wait(within: .milliseconds(500))
    child.kill()
    return .crashed(ending)
  }
}
