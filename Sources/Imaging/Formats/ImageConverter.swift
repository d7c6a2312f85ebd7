internal import ChildProcesses
import Diagnostics

/// A program that turns a format into one that we read ourselves; it runs as a child within limits,
/// since its libraries have another licence, and a history of hostile files.
enum ImageConverter: String {
  case pdftoppm
  case pdfinfo
  case heifConvert = "heif-convert"

  /// The Debian package that it comes with.
  var package: String {
    switch self {
    case .pdftoppm, .pdfinfo: "poppler-utils"
    case .heifConvert: "libheif-examples"
    }
  }

  var isInstalled: Bool { ChildCommand.path(of: rawValue) != nil }

  /// Runs it on a file, which is its `/dev/stdin`, and gives what it printed.
  func output(
    of arguments: [String], on file: MemoryFile, _ limits: ImageLimits, format: ImageFormat
  ) throws(ImageFault) -> [UInt8] {
    let command = ChildCommand(
      rawValue, arguments,
      // Each of many threads would else take 64 MiB of the address space for itself.
      environment: ["MALLOC_ARENA_MAX": "1"],
      limits: ChildLimits(
        time: limits.conversionTime, memoryBytes: 2 << 30,
        cpuSeconds: max(Int(limits.conversionTime.components.seconds), 1),
        // Three bytes a pixel is more than any of them writes.
        outputBytes: limits.maxPixels * 3 + (1 << 20)))
    let result: ChildResult
    do {
      result = try command.run(input: .file(descriptor: file.descriptor))
    } catch {
      throw failure(to: error, format)
    }
    try check(result, format, limits)
    return result.output
  }

  private func check(
    _ result: ChildResult, _ format: ImageFormat, _ limits: ImageLimits
  ) throws(ImageFault) {
    switch result.ending {
    case .exited(0): return
    case .outOfTime, .signalled(SignalNumber.processorTime):
      throw ImageFault(
        code: "image.too-slow",
        message: "\(rawValue) took more than \(limits.conversionTime.components.seconds) s for the "
          + "\(format.title) file. Save it as PNG, or split it.")
    case .tooMuchOutput, .signalled(SignalNumber.fileSize):
      throw ImageFault(
        code: "image.too-large",
        message: "\(rawValue) makes a picture of more than \(limits.maxPixels) pixels of it.")
    case .signalled(let signal):
      throw .corrupt(format: format.title, reason: "\(rawValue) was ended by signal \(signal)")
    case .exited(let status):
      let words = result.lastWords.map { String($0.prefix(200)) } ?? "status \(status)"
      throw .corrupt(format: format.title, reason: "\(rawValue) says: \(words)")
    }
  }

  private func failure(to fault: ChildFault, _ format: ImageFormat) -> ImageFault {
    guard fault.code == "child.missing" else {
      return ImageFault(code: "image.no-converter", message: fault.message)
    }
    return ImageFault(
      code: "image.no-converter",
      message: "\(format.title) is read with \(rawValue), which isn't installed. "
        + "Install the Debian package \(package).")
  }

  private enum SignalNumber {
    static let processorTime: Int32 = 24
    static let fileSize: Int32 = 25
  }
}

extension ImageFormat {
  /// The converter without which the format can't be read; nil where there is none.
  var converter: ImageConverter? {
    switch self {
    case .pdf: .pdftoppm
    case .heif: .heifConvert
    default: nil
    }
  }

  /// Whether pictures of the format can be read on this machine.
  public var isReadable: Bool { converter?.isInstalled ?? true }

  /// What is to be installed where the format can't be read: a Debian package; nil where nothing is.
  public var missingPackage: String? { isReadable ? nil : converter?.package }
}
