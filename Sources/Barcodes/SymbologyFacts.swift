/// What is to be known of a symbology: one row of the table.
public struct SymbologyFacts: Sendable {
  /// How a symbology arranges its modules.
  public enum Kind: String, Sendable, CaseIterable {
    /// Bars and spaces of one row.
    case linear
    /// A linear symbol that only stands behind another one.
    case addOn = "add-on"
    /// A grid of square modules.
    case matrix
    /// Rows of bars and spaces on top of each other.
    case stacked
  }

  /// Free space around a symbol, in modules.
  public struct QuietZone: Sendable, Equatable {
    /// Before the first module of a row.
    public let left: Int
    /// Behind the last module of a row.
    public let right: Int
    /// Above and below; linear symbols need none.
    public let vertical: Int
  }

  /// The smallest modules that readers are asked to read.
  public struct XDimension: Sendable, Equatable {
    /// In printer dots: fewer can't be printed evenly.
    public let dots: Int
    /// In millimetres.
    public let millimetres: Double
  }

  /// The name that is used everywhere (`code-128`).
  public let name: String
  /// The name in prose (`Code 128`).
  public let title: String
  /// The base symbology identifier (ISO/IEC 15424): what a reader sends before the content of a
  /// plain symbol (`]C0`).
  public let identifier: String
  /// How its modules are arranged.
  public let kind: Kind
  /// The standard that defines it.
  public let standard: String
  /// The quiet zone that its standard asks for.
  public let quietZone: QuietZone
  /// The smallest X-dimension that Tallymark writes unless told otherwise.
  public let minimumXDimension: XDimension
  /// The least height of bars in millimetres that its standard recommends, where it names one;
  /// of EAN and UPC at the smallest X-dimension.
  public let minimumBarHeight: Double?
  /// What decodes it (`zbar`, `libdmtx`), or nil where nothing does.
  public private(set) var engine: String?
  /// Whether a scan that names no symbologies looks for it.
  public private(set) var onByDefault = false
  /// What writes it; a row without one can't be written.
  private(set) var encoder: Encoder?

  /// Whether Tallymark can read it as a symbology of its own.
  public var canRead: Bool { engine != nil }
  /// Whether Tallymark can write it.
  public var canWrite: Bool { encoder != nil }

  typealias Encoder =
    @Sendable (_ text: String, _ options: EncodingOptions) throws(EncodingFault) -> Symbol

  init(
    name: String, title: String, identifier: String, kind: Kind, standard: String,
    quietZone: QuietZone, minimumXDimension: XDimension, minimumBarHeight: Double?
  ) {
    (self.name, self.title, self.identifier, self.kind) = (name, title, identifier, kind)
    (self.standard, self.quietZone) = (standard, quietZone)
    (self.minimumXDimension, self.minimumBarHeight) = (minimumXDimension, minimumBarHeight)
  }

  func reads(with engine: String, onByDefault: Bool = true) -> SymbologyFacts {
    var row = self
    (row.engine, row.onByDefault) = (engine, onByDefault)
    return row
  }

  func writes(with encoder: @escaping Encoder) -> SymbologyFacts {
    var row = self
    row.encoder = encoder
    return row
  }
}
