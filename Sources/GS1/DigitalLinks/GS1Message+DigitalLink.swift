/// GS1 Digital Link URIs (GS1 Digital Link Standard: URI Syntax, 1.2 and later).
extension GS1Message {
  /// Reads the URI of a Digital Link: key and qualifiers first, then the attributes.
  ///
  /// Places in problems are those of the URI. A GTIN may have 8, 12, 13 or 14 digits.
  public init(digitalLink uri: String) {
    var reader = DigitalLinkReader(uri)
    let parts = reader.read()
    self.init(parts, reader.problems)
  }

  /// Reads a message in any form: the URI of a Digital Link, brackets, or as a reader sends it.
  public init(anyForm text: String) {
    if Self.isURI(text) { self.init(digitalLink: text) } else { self.init(text) }
  }

  /// Whether a text is a URI that can hardly be meant as anything but a Digital Link: one with a
  /// primary key whose value has the length and the characters of that key.
  ///
  /// Other URIs may have the number of a key in their path too, such as the month of a date.
  public static func isDigitalLink(_ text: String) -> Bool {
    guard isURI(text) else { return false }
    let message = GS1Message(digitalLink: text)
    guard let key = message.elements.first else { return false }
    return !message.problems.contains { $0.ai == key.ai && shapes.contains($0.code) }
  }

  private static let shapes: Set = ["gs1.length", "gs1.character", "gs1.company-prefix"]

  private static func isURI(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start == "https://" || start.hasPrefix("http://")
  }

  /// The message as a Digital Link URI: the first primary key of the message and its qualifiers in
  /// the path, the rest in the query.
  ///
  /// - Parameter domain: scheme and host, and a path where one is wanted, without a slash at the end.
  /// - Throws: `GS1Fault` `gs1.link` where there is no primary key, `gs1.link-attribute` for an
  ///   identifier that has no place in a link.
  public func digitalLink(domain: String = "https://id.gs1.org") throws(GS1Fault) -> String {
    guard let key = elements.first(where: { Self.qualifiers(of: $0) != nil }),
      let sequences = Self.qualifiers(of: key)
    else {
      throw GS1Fault(
        code: "gs1.link",
        message:
          "No element of the message is a primary key of Digital Links, such as (01) or (00).")
    }
    let path = [key] + qualifiers(among: sequences)
    let attributes = elements.filter { !path.contains($0) }
    for other in attributes { try Self.check(other) }
    return domain + path.map { "/\($0.ai)/\(Self.encoded($0.value))" }.joined()
      + (attributes.isEmpty ? "" : "?")
      + attributes.map { "\($0.ai)=\(Self.encoded($0.value))" }.joined(separator: "&")
  }

  /// Nil for what isn't a primary key.
  private static func qualifiers(of element: ElementString) -> [[String]]? {
    guard case .key(let sequences) = ApplicationIdentifier.named(element.ai)?.linkRole else {
      return nil
    }
    return sequences
  }

  /// The elements that qualify the key, by the sequence that takes most of them.
  private func qualifiers(among sequences: [[String]]) -> [ElementString] {
    let found = sequences.map { sequence in
      sequence.compactMap { ai in elements.first { $0.ai == ai } }
    }
    return found.max { $0.count < $1.count } ?? []
  }

  private static func check(_ attribute: ElementString) throws(GS1Fault) {
    guard ApplicationIdentifier.named(attribute.ai)?.linkRole ?? .none != .none else {
      throw GS1Fault(
        code: "gs1.link-attribute",
        message: "(\(attribute.ai)) has no place in a Digital Link with this key.")
    }
  }

  /// Only what RFC 3986, 2.3 leaves unreserved stands as it is.
  private static func encoded(_ value: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return value.utf8.reduce(into: "") { text, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "%" + String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
  }
}
