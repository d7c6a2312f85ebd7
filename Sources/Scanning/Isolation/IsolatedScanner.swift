package import ChildProcesses
import Crypto
import Diagnostics
import Imaging

/// Scans pictures in a worker process of its own, which a picture may crash or hang: that costs
/// this picture, and the next one gets a new worker.
///
/// Used from one thread.
package final class IsolatedScanner: PictureScanning {
  private let command: ChildCommand
  private let limits: WorkerLimits
  private var line: WorkerLine?

  /// A scanner whose worker is started with its first picture.
  ///
  /// - Parameter command: runs a `ScanWorker`.
  package init(command: ChildCommand, limits: WorkerLimits) {
    var command = command
    command.limits.memoryBytes = limits.memoryBytes
    // Bytes of a file that it writes: an annotated picture of the largest size.
    command.limits.outputBytes = 1 << 30
    (self.command, self.limits) = (command, limits)
  }

  package func scan(path: String) -> ImageScan {
    do {
      let scan = try runningLine().scan(path: path, within: limits.time)
      // The path stays the caller's, whatever a worker says.
      return scan.renamed(path)
    } catch {
      line = nil
      return failed(path, fault(of: error))
    }
  }

  /// A worker that ended between two pictures is no picture's fault.
  private func runningLine() throws -> WorkerLine {
    if let line, line.isRunning { return line }
    do {
      let fresh = try WorkerLine(command)
      line = fresh
      return fresh
    } catch is WorkerLine.Failure {
      throw Unstartable()
    }
  }

  /// A worker that ends before it has seen a picture.
  private struct Unstartable: Error {}

  private func fault(of error: any Error) -> ImageFault {
    let megabytes = "\(limits.memoryBytes >> 20) MiB"
    switch error {
    case WorkerLine.Failure.outOfTime:
      let seconds = limits.time / .seconds(1)
      return ImageFault(
        code: "decoder.timeout",
        message: "The decoder took longer than \(seconds) s and was stopped. Give it more time "
          + "(--timeout), or scale the picture down.")
    case WorkerLine.Failure.crashed(let ending):
      return ImageFault(
        code: "decoder.crashed",
        message: "The decoder ended\(Self.words(ending)): the picture is damaged or hostile, or "
          + "needs more than \(megabytes) (--isolate-memory).")
    case is Unstartable:
      return ImageFault(
        code: "decoder.unstartable",
        message: "The decoder can't be started; \(megabytes) (--isolate-memory) may be too little "
          + "for it.")
    case let fault as any Fault:
      return ImageFault(code: "decoder.unstartable", message: fault.message)
    default:
      return ImageFault(code: "decoder.unstartable", message: "The decoder can't be started.")
    }
  }

  private static func words(_ ending: ChildEnding?) -> String {
    switch ending {
    case .exited(let status)?: " with status \(status)"
    case .signalled(let number)?: " by signal \(number)"
    default: ""
    }
  }

  /// The file's hash is no decoder's work, and names the picture wherever its path goes.
  private func failed(_ path: String, _ fault: ImageFault) -> ImageScan {
    let bytes = try? ImageLoader.read(path: path)
    return ImageScan(
      path: path, sha256: bytes.map { Hex.text(SHA256.hash(data: $0)) } ?? "", fault: fault)
  }
}

extension ImageScan {
  fileprivate func renamed(_ path: String) -> ImageScan {
    var scan = self
    scan.path = path
    return scan
  }
}
