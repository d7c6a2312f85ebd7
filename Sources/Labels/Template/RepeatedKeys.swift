import Diagnostics
import Yams

/// Reads on behind keys that stand twice in a mapping, with which no YAML is read otherwise: what else is
/// wrong is to be told, too.
///
/// The first of two such keys is disguised in the text, so that nothing behind it moves, and left out of
/// its mapping.
enum RepeatedKeys {
  /// Stand for the first characters of keys; no one types them.
  fileprivate static let disguises = (0xE000...0xE03F).compactMap(UnicodeScalar.init)

  /// A text with the key at a place disguised; nil where there is no plain key, or were too many.
  ///
  /// - Parameter count: how many were disguised before.
  static func disguise(_ yaml: String, at mark: Mark, count: Int) -> String? {
    guard count < disguises.count else { return nil }
    var lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { Array($0.unicodeScalars) }
    let (line, start) = (mark.line - 1, mark.column - 1)
    guard lines.indices.contains(line), lines[line].indices.contains(start) else { return nil }
    let isQuoted = "\"'".unicodeScalars.contains(lines[line][start])
    let first = isQuoted ? start + 1 : start
    guard lines[line].indices.contains(first), lines[line][first].properties.isAlphabetic else {
      return nil
    }
    lines[line][first] = disguises[count]
    return lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
  }
}

extension Node.Mapping {
  /// Without the keys that were disguised.
  var withoutRepeatedKeys: Node.Mapping {
    let isDisguised = { (key: Node) in
      key.scalar?.string.unicodeScalars.first.map(RepeatedKeys.disguises.contains) ?? false
    }
    guard keys.contains(where: isDisguised) else { return self }
    return Node.Mapping(
      filter { !isDisguised($0.key) }.map { ($0.key, $0.value) }, tag, style, mark)
  }
}
