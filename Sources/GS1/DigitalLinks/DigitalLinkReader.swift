/// Takes a GS1 Digital Link URI apart (GS1 Digital Link Standard: URI Syntax, 1.2 and later).
///
/// `https://example.org/shop/01/09506000134352/10/AB?17=261130`: behind any path a primary key, then
/// its qualifiers in their order, attributes in the query. Other parameters are no part of it.
struct DigitalLinkReader {
  private let scalars: [Unicode.Scalar]
  private(set) var problems: [GS1Problem] = []

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func read() -> [MessagePart] {
    let path = path()
    var segments = scalars[path].split(separator: "/", omittingEmptySubsequences: false)
    if segments.last?.isEmpty == true { segments.removeLast() }
    guard let key = Self.placeOfKey(segments) else {
      complain(
        "gs1.link", from: path.lowerBound, "",
        "a primary key and its value in the path, as in /01/…")
      return []
    }
    var parts: [MessagePart] = []
    for index in stride(from: key, to: segments.count - 1, by: 2) {
      parts.append(part(Self.text(segments[index]), at: segments[index], segments[index + 1]))
    }
    checkQualifiers(parts)
    return parts + attributes(behind: path.upperBound)
  }

  /// Between host and query.
  private mutating func path() -> Range<Int> {
    let end = scalars.firstIndex { $0 == "?" || $0 == "#" } ?? scalars.count
    let scheme = Self.text(scalars.prefix(8)).lowercased()
    let start = scheme == "https://" ? 8 : scheme.hasPrefix("http://") ? 7 : nil
    guard let start, start <= end,
      let slash = scalars[start..<end].firstIndex(of: "/"), slash > start
    else {
      complain("gs1.link", from: 0, Self.text(scalars.prefix(8)), "http:// or https://, and a host")
      return end..<end
    }
    return slash + 1..<end
  }

  /// The last segment that is a primary key with pairs behind it: what stands before belongs to
  /// the owner of the host.
  private static func placeOfKey(_ segments: [ArraySlice<Unicode.Scalar>]) -> Int? {
    stride(from: segments.count - 2, through: 0, by: -2).first { index in
      if case .key = ApplicationIdentifier.named(text(segments[index]))?.linkRole {
        true
      } else {
        false
      }
    }
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private mutating func checkQualifiers(_ parts: [MessagePart]) {
    guard let key = parts.first,
      case .key(let sequences) = ApplicationIdentifier.named(key.ai)?.linkRole
    else { return }
    let qualifiers = parts.dropFirst()
    guard !qualifiers.isEmpty,
      !sequences.contains(where: { Self.isOrdered(qualifiers.map(\.ai), in: $0) })
    else { return }
    let allowed = sequences.map { $0.map { "(\($0))" }.joined(separator: ", ") }
    problems.append(
      GS1Problem(
        "gs1.link-qualifier", ai: key.ai, position: qualifiers[qualifiers.startIndex].position,
        got: qualifiers.map { "(\($0.ai))" }.joined(),
        expected: allowed.isEmpty
          ? "no qualifiers" : "only, and in this order, " + allowed.joined(separator: " or ")))
  }

  private static func isOrdered(_ ais: [String], in sequence: [String]) -> Bool {
    var rest = sequence[...]
    for ai in ais {
      guard let place = rest.firstIndex(of: ai) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  // MARK: Query

  private mutating func attributes(behind pathEnd: Int) -> [MessagePart] {
    guard pathEnd < scalars.count, scalars[pathEnd] == "?" else { return [] }
    let query = scalars[(pathEnd + 1)...].prefix { $0 != "#" }
    return query.split(whereSeparator: { $0 == "&" || $0 == ";" }).compactMap { parameter in
      let name = parameter.prefix { $0 != "=" }
      guard !name.isEmpty, name.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
      return attribute(Self.text(name), name, value: parameter[name.endIndex...].dropFirst())
    }
  }

  private mutating func attribute(
    _ ai: String, _ name: ArraySlice<Unicode.Scalar>, value: ArraySlice<Unicode.Scalar>
  ) -> MessagePart {
    if let row = ApplicationIdentifier.named(ai), row.linkRole == .none {
      problems.append(
        GS1Problem(
          "gs1.link-attribute", ai: ai, position: name.startIndex + 1, got: ai,
          expected: "an identifier that may be a parameter"))
    }
    return part(ai, at: name, value)
  }

  /// An element with its value decoded; a shorter GTIN gets the zeros in front of it.
  private mutating func part(
    _ ai: String, at segment: ArraySlice<Unicode.Scalar>, _ encoded: ArraySlice<Unicode.Scalar>
  ) -> MessagePart {
    var (value, escapes) = decoded(encoded)
    var start = encoded.startIndex + 1
    if ai == "01", GTIN.lengths.contains(value.count) {
      let zeros = 14 - value.count
      value.insert(contentsOf: repeatElement("0", count: zeros), at: 0)
      start -= zeros
      escapes = escapes.map { $0 + zeros }
    }
    return MessagePart(
      ai: ai, at: segment.startIndex + 1, value: value, from: start, escapes: escapes)
  }

  /// The characters that are meant, and where two more stand before a character than are meant.
  private mutating func decoded(
    _ encoded: ArraySlice<Unicode.Scalar>
  ) -> (value: [Unicode.Scalar], escapes: [Int]) {
    var (value, escapes) = ([Unicode.Scalar](), [Int]())
    var place = encoded.startIndex
    while place < encoded.endIndex {
      guard encoded[place] == "%" else {
        value.append(encoded[place])
        place += 1
        continue
      }
      let digits = encoded[(place + 1)...].prefix(2)
      // UInt8 alone would take "+A".
      if digits.count == 2, digits.allSatisfy(\.properties.isASCIIHexDigit),
        let byte = UInt8(Self.text(digits), radix: 16), byte < 0x80
      {
        value.append(Unicode.Scalar(byte))
        escapes += [value.count, value.count]
        place += 3
      } else {
        complain(
          "gs1.percent", from: place, Self.text(encoded[place...].prefix(3)),
          "a character of ASCII behind %")
        place += 1
      }
    }
    return (value, escapes)
  }

  private mutating func complain(_ code: String, from place: Int, _ got: String, _ expected: String)
  {
    problems.append(
      GS1Problem(code, ai: nil, position: place + 1, got: got, expected: expected))
  }
}
