public import Diagnostics

extension Symbology {
  /// The symbology of a name, as a user typed it.
  ///
  /// - Throws: `SymbologyNameFault`, with the nearest name where one is near.
  public static func named(_ text: String) throws(SymbologyNameFault) -> Symbology {
    guard let symbology = Symbology(rawValue: text) else { throw SymbologyNameFault(text) }
    return symbology
  }

  /// Those that a scan looks for when none are named.
  public static var onByDefault: [Symbology] { allCases.filter(\.facts.onByDefault) }
  /// Those that can be read.
  public static var readable: [Symbology] { allCases.filter(\.facts.canRead) }
  /// Those that can be written.
  public static var writable: [Symbology] { allCases.filter(\.facts.canWrite) }
}

/// A name that no symbology has.
public struct SymbologyNameFault: Fault, Equatable {
  /// Always `symbology.unknown`.
  public let code = "symbology.unknown"
  /// The name that was got, the nearest one, and all that there are.
  public let message: String

  init(_ text: String) {
    let names = Symbology.allCases.map(\.rawValue)
    message =
      "There is no symbology \(SafeText.quoted(text)).\(Suggestion.hint(for: text, among: names))"
      + " Known: \(names.joined(separator: ", "))."
  }
}
