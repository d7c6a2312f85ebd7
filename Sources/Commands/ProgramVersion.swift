import Scanning

/// What `tally --version` says.
enum ProgramVersion {
  static let number = "0.1.0"

  static var text: String {
    """
    tally \(number)
    reads PNG and JPEG; scans with \(SymbolScanner.engine)
    """
  }
}
