/// How much time a picture may cost.
public enum ScanEffort: String, Sendable, CaseIterable, Codable {
  /// One look at a shrunk picture, and a second where it held nothing: for pictures that are good.
  case fast
  /// As long as the plain decoder takes for one look.
  case balanced
  /// Every way that has ever helped, until something was read.
  case thorough
}
