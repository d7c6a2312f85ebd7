package import GS1

/// The GS1 message that a code is, where it is one.
package enum GS1Code {
  /// The message of a code; nil where neither its symbology identifier nor a bracket in front says
  /// that it is one.
  package static func message(_ text: String, identifier: String?) -> GS1Message? {
    if let identifier {
      return GS1Carrier.identifiers.contains(identifier) ? GS1Message(text) : nil
    }
    guard text.utf8.first == UInt8(ascii: "(") else { return nil }
    let message = GS1Message(bracketed: text)
    return message.isWhole && message.elements.first?.title.isEmpty == false ? message : nil
  }

  /// Under what an asset may be kept that a message names, from the most particular to the
  /// product: the message, a key with its serial number, a key of one thing, a GTIN.
  ///
  /// A message with a wrong digit names nothing. Keys of one thing have number spaces of their own,
  /// so a GLN is never sought among the products; and a GTIN with a serial number names one piece,
  /// so it leads to no other piece of the product.
  static func keys(_ kind: AssetCode.Kind, _ text: String, identifier: String?) -> [String] {
    guard let message = message(text, identifier: identifier),
      message.problems.allSatisfy({ !$0.isOfForm })
    else { return [] }
    var keys = spellings(message.elements)
    if kind == .physical { keys += keysOfOneThing(message) }
    if let gtin = message["01"], message["21"] == nil { keys.append(gtin) }
    return keys.filter { $0 != text }
  }

  private static func keysOfOneThing(_ message: GS1Message) -> [String] {
    var keys: [String] = []
    for (key, serial) in serialised { keys += spellings(message.elements(key, serial)) }
    for key in physical {
      guard let element = message.element(key) else { continue }
      // A number of 13 digits is kept like a GTIN, with 14.
      keys += spellings([element]) + [(try? GTIN(element.value))?.canonical ?? element.value]
    }
    return keys
  }

  /// Keys of a kind, with what makes them the key of one thing.
  private static let serialised = [("01", "21"), ("8006", "21"), ("8010", "8011"), ("414", "254")]
  /// SSCC, GRAI, GIAI, GDTI, GCN, consignment, shipment, place and party, service relations.
  private static let physical = [
    "00", "8003", "8004", "253", "255", "401", "402", "414", "417", "8017", "8018",
  ]

  /// With brackets, as people write it, and as readers send it.
  private static func spellings(_ elements: [ElementString]?) -> [String] {
    guard let elements else { return [] }
    let message = GS1Message(elements)
    return [message.bracketed, message.scanned]
  }
}

extension GS1Message {
  /// The elements of some identifiers; nil where one is missing.
  fileprivate func elements(_ first: String, _ second: String) -> [ElementString]? {
    guard let first = element(first), let second = element(second) else { return nil }
    return [first, second]
  }

  fileprivate func element(_ ai: String) -> ElementString? { elements.first { $0.ai == ai } }
}
