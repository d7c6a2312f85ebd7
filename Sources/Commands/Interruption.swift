import Foundation
import Synchronization

/// Ctrl-C or SIGTERM as a request: work stops at the next safe point, and what is done is kept.
enum Interruption {
  /// The signal that came; 0 where none did.
  private static let received = Atomic<Int32>(0)

  /// Whether somebody asked for the end since `listen()`.
  static var isRequested: Bool { received.load(ordering: .relaxed) != 0 }

  /// From here on the first Ctrl-C or SIGTERM is a request, a second one ends the program at once.
  static func listen() {
    // Whoever started the program may have blocked the signals; masks are inherited.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interruption.received.store(number, ordering: .relaxed)
        signal(SIGINT, SIG_DFL)
        signal(SIGTERM, SIG_DFL)
      }
    }
  }

  /// Ends the command with the status of an interruption where there was one.
  static func endIfRequested() throws {
    guard isRequested else { return }
    let wasTerminated = received.load(ordering: .relaxed) == SIGTERM
    throw (wasTerminated ? ExitStatus.terminated : ExitStatus.interrupted).code
  }
}
