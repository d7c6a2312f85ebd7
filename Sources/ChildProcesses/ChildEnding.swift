/// How a child process ended.
package enum ChildEnding: Sendable, Equatable {
  /// By itself, with a status from 0 to 255.
  case exited(Int32)
  /// By a signal: a crash, or SIGXCPU where it took too much processor time.
  case signalled(Int32)
  /// It was killed, since it took longer than its limits allow.
  case outOfTime
  /// It was killed, since it wrote more to its standard output than its limits allow.
  case tooMuchOutput
}
