internal import CSpawn
import Foundation

extension ChildCommand {
  /// What becomes of a long-lived child's standard error.
  package enum Errors: Sendable {
    /// Nobody sees it.
    case discarded
    /// It goes where the parent's goes.
    case inherited
  }

  /// Starts the program and leaves it running: for a worker that is written to and read from.
  ///
  /// Of its limits, `time` and the output's are up to the caller.
  ///
  /// - Throws: `child.missing` or `child.unstartable`.
  package func start(errors: Errors = .discarded) throws(ChildFault) -> RunningChild {
    let (input, output) = (try Descriptor.pipe(), try Descriptor.pipe())
    let sink =
      switch errors {
      case .discarded: try Descriptor.nothing()
      case .inherited: try Descriptor.copy(of: STDERR_FILENO)
      }
    let process = try spawn([input.reading.number, output.writing.number, sink.number])
    input.writing.stopWaiting()
    output.reading.stopWaiting()
    return try RunningChild(
      process: process, input: input.writing, output: output.reading, errors: nil)
  }

  /// Starts the program with three descriptors as its standard streams; gives its process.
  ///
  /// - Parameter endsWithThread: whether it is killed where this thread ends before it, for a
  ///   thread that waits for it: also where the whole parent was killed.
  func spawn(_ streams: [Int32], endsWithThread: Bool = false) throws(ChildFault) -> Int32 {
    guard let path = Self.path(of: program) else { throw .missing(program) }
    var process: Int32 = 0
    let failure = withCStrings([program] + arguments) { arguments in
      withCStrings(variables) { variables in
        path.withCString { path in
          withOptionalCString(folder) { folder in
            var request = cspawn_request()
            request.path = path
            request.arguments = arguments
            request.environment = variables
            request.folder = folder
            request.streams = (streams[0], streams[1], streams[2])
            request.memory_bytes = UInt64(limits.memoryBytes ?? 0)
            request.cpu_seconds = UInt64(limits.cpuSeconds ?? 0)
            request.ends_with_thread = endsWithThread ? 1 : 0
            request.file_bytes = UInt64(limits.outputBytes)
            return cspawn_start(&request, &process)
          }
        }
      }
    }
    guard failure == 0 else {
      throw .unstartable(program, reason: String(cString: strerror(failure)))
    }
    return process
  }
}

/// Calls a function with texts as C has them, ending in NULL.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>?) -> Result
) -> Result {
  var pointers = texts.map { strdup($0) } + [nil]
  defer { pointers.forEach { free($0) } }
  return pointers.withUnsafeMutableBufferPointer { body(UnsafePointer($0.baseAddress)) }
}

private func withOptionalCString<Result>(
  _ text: String?, _ body: (UnsafePointer<CChar>?) -> Result
) -> Result {
  guard let text else { return body(nil) }
  return text.withCString { body($0) }
}
