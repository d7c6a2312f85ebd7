import Inventory
import Ledger

/// A code that leads to no asset and no location: what it is instead, and what its words describe.
struct Stranger: Sendable {
  let code: String
  /// The class by its name.
  let strangerClass: String
  let verdict: String
  let advice: String
  let hits: AssetList?

  /// Nil for a code that isn't one.
  init?(_ lookup: Lookup, _ found: AssetSearch) {
    if let part = lookup.part {
      strangerClass = "part"
      (verdict, advice) = Self.words(part)
    } else if let kind = lookup.unknown {
      strangerClass = kind.rawValue
      (verdict, advice) = Self.words(kind)
    } else {
      return nil
    }
    code = lookup.code.shortened(to: 300)
    hits =
      found.assets.isEmpty
      ? nil
      : AssetList(
        found.assets,
        cut: found.hasMore
          ? "There are more; the first \(found.assets.count) are shown. Add a word." : nil)
  }

  private static func words(_ part: Part) -> (verdict: String, advice: String) {
    (
      "The part \(part.name)",
      "Of a part there is so and so much (counted in \(part.unit)), and no asset has its code."
    )
  }

  private static func words(_ kind: UnknownCode.Class) -> (verdict: String, advice: String) {
    switch kind {
    case .issuedButUnassigned:
      ("A label of ours that no asset has yet", "It was printed, and belongs to nothing so far.")
    case .oursButNeverIssued:
      (
        "It looks like ours, but was never issued",
        "It has our prefix or the form of our tags, and no asset has it. Was it misread or mistyped?"
      )
    case .foreign:
      ("Not a code of ours", "No asset and no location has it, and it has no form of our tags.")
    case .malformed:
      (
        "Not a code that anyone would print",
        "It is empty, or has control characters in it. Is the scanner set up right?"
      )
    }
  }
}
