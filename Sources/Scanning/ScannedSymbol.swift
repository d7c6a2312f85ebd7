public import Barcodes
public import GS1

/// One physical symbol that was read in a picture.
///
/// A symbol that fails validation is reported too, with `valid` false and what is wrong: a code
/// that can't be trusted is data, not an error.
public struct ScannedSymbol: Sendable, Equatable, Codable {
  /// What it is: UPC-A is not reported as EAN-13, Code 128 with FNC1 first is GS1-128.
  public var symbology: Symbology
  /// The symbology identifier with its modifier (ISO/IEC 15424): `]C1`.
  public var identifier: String
  /// The content as a person reads it; lossy where `bytes` is set.
  ///
  /// An add-on follows after a space. GS1 content has its application identifiers in brackets;
  /// where it can't be taken apart, FNC1 inside of it is shown as `<GS>`.
  public var text: String
  /// The identifier and the content as a reader sends it, FNC1 as GS (0x1D).
  public var payload: String
  /// The content's bytes, only where they are not UTF-8 text.
  public var bytes: [UInt8]?
  /// Four corners in pixels of the picture as displayed, clockwise from the symbol's own top left.
  public var polygon: [PixelPoint]
  /// Degrees by which the symbol is turned clockwise: 0, 90, 180 or 270.
  public var orientation: Int
  /// How many scan lines agreed; 1 for a matrix symbol.
  public var quality: Int
  /// What decoded it.
  public var engine: String
  /// The rendering of the picture in which it was read.
  public var pass: String
  /// Whether check digits and rules of its content hold.
  public var valid: Bool
  /// Whether it was accepted though few scan lines carried it.
  public var weak: Bool
  /// The element strings of a GS1 symbol.
  public var gs1: [ElementString]
  /// What is wrong with it.
  public var problems: [Problem]
  /// The page of the file on which it was read, from 1; nil where the file has only one.
  public var page: Int?
  /// The picture around it, where somebody asked for it (`SymbolCropper`).
  public var crop: SymbolCrop?

  /// A symbol with all its facts, without a crop.
  public init(
    symbology: Symbology, identifier: String, text: String, payload: String,
    bytes: [UInt8]? = nil, polygon: [PixelPoint], orientation: Int, quality: Int,
    engine: String = "zbar", pass: String = "native", valid: Bool = true, weak: Bool = false,
    gs1: [ElementString] = [], problems: [Problem] = []
  ) {
    (self.symbology, self.identifier, self.text) = (symbology, identifier, text)
    (self.payload, self.bytes, self.polygon) = (payload, bytes, polygon)
    (self.orientation, self.quality, self.engine) = (orientation, quality, engine)
    (self.pass, self.valid, self.weak) = (pass, valid, weak)
    (self.gs1, self.problems) = (gs1, problems)
  }

  /// Why a symbol isn't valid, or is to be doubted.
  public struct Problem: Sendable, Equatable, Codable {
    /// Stable and dotted: `gs1.check-digit`.
    public let code: String
    /// What was got and what was expected.
    public let message: String
    /// The application identifier in question; nil where there is none.
    public let ai: String?
    /// Where in `payload`, counted in characters from 1; nil where no one place is to blame.
    public let position: Int?

    /// A problem of a code.
    public init(code: String, message: String, ai: String? = nil, position: Int? = nil) {
      (self.code, self.message, self.ai, self.position) = (code, message, ai, position)
    }
  }
}
