/// The shape of every error that Tallymark throws.
///
/// A fault is written for the person who reads it: what was wrong and where (file, row, column,
/// key), what was expected, and what to do. Its code is stable, so that programs can tell faults
/// apart; it maps once to an exit status and once to an HTTP problem.
public protocol Fault: Error, Sendable, CustomStringConvertible {
  /// Stable, dotted, lower case: the noun, then what is wrong with it (`image.truncated`).
  var code: String { get }
  /// One sentence or two, safe to print on a terminal.
  var message: String { get }
}

extension Fault {
  /// The message: a fault that is printed without further ado still reads well.
  public var description: String { message }
}
