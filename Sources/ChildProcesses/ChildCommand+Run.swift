import Foundation

/// What a child process that ran to its end has said.
package struct ChildResult: Sendable, Equatable {
  /// How it ended.
  package var ending: ChildEnding
  /// Its standard output, as far as its limit allows.
  package var output: [UInt8] = []
  /// The beginning of its standard error, at most 64 KiB.
  package var errors: [UInt8] = []

  /// Whether it ended by itself and says that all is well.
  package var hasSucceeded: Bool { ending == .exited(0) }

  /// The last line of its standard error that isn't empty: there most programs say why they end.
  package var lastWords: String? {
    String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
      .last { !$0.allSatisfy(\.isWhitespace) }
      .map(String.init)
  }
}

/// What a child process reads.
package enum ChildInput: Sendable {
  /// Its end, at once.
  case nothing
  /// Some bytes, through a pipe.
  case bytes([UInt8])
  /// An open file of the caller's, as its standard input: it may seek in `/dev/stdin`.
  case file(descriptor: Int32)
}

extension ChildCommand {
  /// Runs the program to its end, or to the end of its patience or output.
  ///
  /// The thread waits. Afterwards nothing is left of the child's process group.
  ///
  /// - Throws: `child.missing` or `child.unstartable`; however it ends is a result.
  package func run(input: ChildInput = .nothing) throws(ChildFault) -> ChildResult {
    var conversation = Conversation(with: try begun(input: input), limits: limits)
    return conversation.held(saying: input)
  }

  /// The child, with the parent's ends of its pipes; the parent doesn't keep the child's.
  private func begun(input: ChildInput) throws(ChildFault) -> RunningChild {
    let (output, errors) = (try Descriptor.pipe(), try Descriptor.pipe())
    output.reading.stopWaiting()
    errors.reading.stopWaiting()
    let (theirs, ours) = try ends(of: input)
    let process = try spawn(
      [theirs.number, output.writing.number, errors.writing.number], endsWithThread: true)
    return try RunningChild(
      process: process, input: ours, output: output.reading, errors: errors.reading)
  }

  /// What the child reads from, and what the parent writes to where that is a pipe.
  private func ends(
    of input: ChildInput
  ) throws(ChildFault) -> (theirs: Descriptor, ours: Descriptor?) {
    switch input {
    case .nothing: return (try Descriptor.nothing(), nil)
    case .file(let descriptor): return (try Descriptor.copy(of: descriptor), nil)
    case .bytes:
      let pipe = try Descriptor.pipe()
      pipe.writing.stopWaiting()
      return (pipe.reading, pipe.writing)
    }
  }
}
