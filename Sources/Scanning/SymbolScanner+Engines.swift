import CDataMatrix
import CZBar

extension SymbolScanner {
  /// The libraries that decode, with their versions as they tell them, and of zbar whether known holes
  /// are closed: `zbar 0.23.92 (CVE-2023-40889 and -40890: fixed)`, `libdmtx 0.7.5`.
  ///
  /// `open` asks for an update, `unknown` is said where Debian's `dpkg` doesn't know of a zbar.
  public static var engines: [String] {
    var (major, minor, patch): (UInt32, UInt32, UInt32) = (0, 0, 0)
    zbar_version(&major, &minor, &patch)
    let fixes = "CVE-2023-40889 and -40890: \(ZBarFixes.state.rawValue)"
    return [
      "zbar \(major).\(minor).\(patch) (\(fixes))", "libdmtx \(String(cString: dmtxVersion()))",
    ]
  }
}
