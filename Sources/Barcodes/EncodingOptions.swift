/// What a caller may ask of an encoder beyond the text.
public struct EncodingOptions: Sendable, Equatable {
  /// Error correction of a QR Code symbol (ISO/IEC 18004, 7.5.1).
  public enum ErrorCorrection: String, Sendable, CaseIterable {
    case low = "L"
    case medium = "M"
    case quartile = "Q"
    case high = "H"
  }

  /// Error correction, for symbologies with a choice of it.
  public var errorCorrection: ErrorCorrection

  /// Options; level M unless said otherwise.
  public init(errorCorrection: ErrorCorrection = .medium) {
    self.errorCorrection = errorCorrection
  }
}
