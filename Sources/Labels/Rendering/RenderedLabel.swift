public import Barcodes
public import Imaging

/// A code that a label carries.
public struct LabelCode: Sendable, Equatable {
  /// What it is encoded as.
  public let symbology: Symbology
  /// What a reader returns for it.
  public let text: String
  /// Whether it is a Code 39 of pairs, which a reader has to be told of.
  public let isFullASCII: Bool

  /// A code of a text.
  public init(symbology: Symbology, text: String, isFullASCII: Bool = false) {
    (self.symbology, self.text, self.isFullASCII) = (symbology, text, isFullASCII)
  }
}

/// A label in dots, with what is on it.
public struct RenderedLabel: Sendable {
  /// The label, at the template's resolution.
  public let bitmap: Bitmap
  /// Its codes, in the order of the template.
  public let codes: [LabelCode]
}
