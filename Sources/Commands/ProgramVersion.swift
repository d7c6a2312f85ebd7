import Imaging
import Scanning

/// What `tally --version` says.
enum ProgramVersion {
  static let number = "0.1.0"

  static var text: String {
    """
    tally \(number)
    reads \(formats.joined(separator: ", ")); scans with \(SymbolScanner.engines.joined(separator: ", "))
    """
  }

  /// The formats, with what to install for those that can't be read.
  private static var formats: [String] {
    ImageFormat.allCases.map { format in
      format.title + (format.missingPackage.map { " (needs \($0))" } ?? "")
    }
  }
}
