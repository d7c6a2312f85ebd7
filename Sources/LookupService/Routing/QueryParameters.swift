import Hummingbird

/// The parameters of a request's query, decoded as browsers write them
/// (WHATWG URL, 5.1: `application/x-www-form-urlencoded`, so `+` is a space and `%2B` a plus).
struct QueryParameters {
  private var values: [(name: String, value: String)] = []

  /// Reads the query of a request.
  ///
  /// - Parameter names: what the address knows; any other name, or one that comes twice, is
  ///   refused, since a misspelt filter must not look like an empty answer.
  /// - Throws: `Problem` 400.
  init(_ request: Request, _ names: String...) throws(Problem) {
    guard let query = request.uri.query?.utf8 else { return }
    var rest = query[...]
    while !rest.isEmpty {
      let pair = rest.prefix { $0 != UInt8(ascii: "&") }
      rest = rest[pair.endIndex...].dropFirst()
      if !pair.isEmpty { try take(pair, names) }
    }
  }

  private mutating func take(_ pair: Substring.UTF8View, _ names: [String]) throws(Problem) {
    let encodedName = pair.prefix { $0 != UInt8(ascii: "=") }
    guard let name = Self.decode(encodedName),
      let value = Self.decode(pair[encodedName.endIndex...].dropFirst())
    else {
      throw .invalid(
        "query", "request.encoding", "The query is not UTF-8 in percent-encoding (RFC 3986, 2.1).")
    }
    guard names.contains(name) else { throw .unknownParameter(name, names) }
    guard self[name] == nil else {
      throw .invalid(name, "request.parameter", "The parameter comes twice; expected it once.")
    }
    values.append((name, value))
  }

  subscript(_ name: String) -> String? { values.first { $0.name == name }?.value }

  /// A parameter that the address can't do without.
  func required(_ name: String) throws(Problem) -> String {
    guard let value = self[name], !value.isEmpty else {
      throw .invalid(name, "request.parameter", "The parameter “\(name)” is missing or empty.")
    }
    return value
  }

  private static func decode(_ bytes: Substring.UTF8View) -> String? {
    PercentEncoding.decode(bytes, plusIsSpace: true)
  }
}

/// Percent-encoding (RFC 3986, 2.1).
enum PercentEncoding {
  /// The text of an encoded part; nil where it is no UTF-8 or an escape is cut short.
  static func decode(_ encoded: some Collection<UInt8>, plusIsSpace: Bool = false) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(encoded.underestimatedCount)
    var rest = encoded.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit)
        else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension Problem {
  fileprivate static func unknownParameter(_ name: String, _ known: [String]) -> Problem {
    .invalid(
      name, "request.parameter",
      known.isEmpty
        ? "This address takes no parameters."
        : "There is no such parameter; expected \(known.joined(separator: " or ")).")
  }
}
