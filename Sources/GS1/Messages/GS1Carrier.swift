/// Which symbols carry GS1 element strings.
public enum GS1Carrier {
  /// The symbology identifiers of content with FNC1 in the first place, and of GS1 DataBar, which
  /// holds nothing else (GS1 General Specifications, 5.1.2): GS1-128, DataBar and composite
  /// symbols, Data Matrix, QR Code.
  public static let identifiers: Set<String> = ["]C1", "]e0", "]d2", "]Q3"]
}
