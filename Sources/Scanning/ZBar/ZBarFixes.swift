internal import ChildProcesses

/// Whether the zbar of this machine has the fixes of CVE-2023-40889 and CVE-2023-40890, overflows by a
/// QR Code or a GS1 DataBar made on purpose.
///
/// `zbar_version()` says the same with and without them; the version of Debian's package tells.
enum ZBarFixes: String {
  case fixed, open, unknown

  /// Debian 12's package that has them; later ones do too.
  private static let fixedSince = "0.23.92-7+deb12u1"

  /// Asks `dpkg`; unknown where it isn't there, or didn't install zbar.
  static var state: ZBarFixes {
    guard let package = dpkg("dpkg-query", ["-W", "-f", "${Version}", "libzbar0"]),
      package.ending == .exited(0)
    else { return .unknown }
    let version = String(decoding: package.output, as: UTF8.self)
    switch dpkg("dpkg", ["--compare-versions", version, "ge", fixedSince])?.ending {
    case .exited(0): return .fixed
    case .exited(1): return .open
    default: return .unknown
    }
  }

  private static func dpkg(_ program: String, _ arguments: [String]) -> ChildResult? {
    let limits = ChildLimits(time: .seconds(5), outputBytes: 1000)
    return try? ChildCommand(program, arguments, limits: limits).run()
  }
}
