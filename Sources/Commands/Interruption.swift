import Foundation
import Synchronization

/// Ctrl-C as a request: work stops at the next safe point, and what is done is kept.
enum Interruption {
  private static let requested = Atomic<Bool>(false)

  /// Whether somebody pressed Ctrl-C since `listen()`.
  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// From here on the first Ctrl-C is a request, a second one ends the program at once.
  static func listen() {
    // Whoever started the program may have blocked the signal; masks are inherited.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    signal(SIGINT) { _ in
      Interruption.requested.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Ends the command with the status of an interruption where there was one.
  static func endIfRequested() throws {
    if isRequested { throw ExitStatus.interrupted.code }
  }
}
