/// What a caller may ask of an encoder beyond the text.
public struct EncodingOptions: Sendable, Equatable {
  /// Error correction of a QR Code or Micro QR Code symbol (ISO/IEC 18004, 7.5.1).
  public enum ErrorCorrection: String, Sendable, CaseIterable {
    case low = "L"
    case medium = "M"
    case quartile = "Q"
    case high = "H"
  }

  /// The outline of a Data Matrix symbol.
  public enum MatrixShape: String, Sendable, CaseIterable {
    case square
    case rectangle
    /// Whichever has the least area.
    case smallest
  }

  /// Error correction, for symbologies with a choice of it.
  public var errorCorrection: ErrorCorrection

  /// Whether Code 128 may write the upper half of Latin-1 through FNC4.
  ///
  /// Off unless asked for: readers that ignore FNC4, zbar among them, take `µ-7` for `5-7`, which
  /// is another asset's tag and no error.
  public var allowsFNC4: Bool

  /// Whether Code 39 may write all of ASCII as pairs of its characters.
  ///
  /// Off unless asked for: a reader that isn't told of it takes `a` for `+A`.
  public var allowsFullASCII: Bool

  /// Modules of a wide element of Code 39, Codabar, ITF and ITF-14, 2 or 3; nil for the usual: 3 for ITF
  /// and ITF-14, 2 for the others.
  public var wideToNarrow: UInt8?

  /// The sizes that are looked through for the smallest that fits, for Data Matrix.
  public var shape: MatrixShape

  /// Version, mask and the like of a QR Code symbol.
  public var qrCode: QRCodeOptions

  /// Options; level M, neither FNC4 nor full ASCII, the usual widths and a square unless said
  /// otherwise.
  public init(
    errorCorrection: ErrorCorrection = .medium, allowsFNC4: Bool = false,
    allowsFullASCII: Bool = false, wideToNarrow: UInt8? = nil, shape: MatrixShape = .square,
    qrCode: QRCodeOptions = QRCodeOptions()
  ) {
    (self.errorCorrection, self.allowsFNC4) = (errorCorrection, allowsFNC4)
    (self.allowsFullASCII, self.wideToNarrow) = (allowsFullASCII, wideToNarrow)
    (self.shape, self.qrCode) = (shape, qrCode)
  }
}
