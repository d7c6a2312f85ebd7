import Foundation
import FoundationXML

/// What a strict parser, which is not ours, finds in a page.
final class ParsedPage: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var text = ""
  private(set) var isWellFormed = false

  init(_ html: String) {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append((name, attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  /// All values of an attribute, wherever it stands.
  func values(of attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }

  func count(_ name: String) -> Int { elements.count { $0.name == name } }

  /// The names of elements and attributes, in order.
  var shape: [String] {
    elements.map { $0.name + " " + $0.attributes.keys.sorted().joined(separator: " ") }
  }
}
