import Synchronization

/// The content of one page on its way: put together in order, compressed by whoever has time, and
/// written in order again.
final class PDFPageWork: Sendable {
  private struct State {
    var bytes: [UInt8]
    var isCompressed = false
  }

  private let state: Mutex<State>

  init(_ content: [UInt8]) { state = Mutex(State(bytes: content)) }

  /// Compresses the content unless that is done.
  func compress(with deflater: Deflater) {
    state.withLock { state in
      guard !state.isCompressed else { return }
      state = State(bytes: deflater.compress(state.bytes), isCompressed: true)
    }
  }

  /// The compressed content; nil where nobody had time yet.
  var compressed: [UInt8]? { state.withLock { $0.isCompressed ? $0.bytes : nil } }
}
