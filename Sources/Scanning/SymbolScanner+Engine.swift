import CZBar

extension SymbolScanner {
  /// The decoder and its version, as its library tells it (`zbar 0.23.92`).
  public static var engine: String {
    var (major, minor, patch): (UInt32, UInt32, UInt32) = (0, 0, 0)
    zbar_version(&major, &minor, &patch)
    return "zbar \(major).\(minor).\(patch)"
  }
}
