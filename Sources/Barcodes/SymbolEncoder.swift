import Diagnostics

/// Encodes text as a symbol.
public enum SymbolEncoder {
  /// The symbol of a text.
  ///
  /// - Throws: `EncodingFault` where the text can't be encoded exactly as it is, or where the
  ///   symbology can't be written (`symbol.not-writable`).
  public static func encode(
    _ text: String, as symbology: Symbology, options: EncodingOptions = EncodingOptions()
  ) throws(EncodingFault) -> Symbol {
    guard let encoder = symbology.facts.encoder else { throw .notWritable(symbology) }
    return try encoder(text, options)
  }
}

extension EncodingFault {
  fileprivate static func notWritable(_ symbology: Symbology) -> EncodingFault {
    let writable = Symbology.writable.map(\.rawValue).joined(separator: ", ")
    return EncodingFault(
      code: "symbol.not-writable",
      message: "\(symbology.facts.title) can't be written. Symbologies that can: \(writable).")
  }
}
