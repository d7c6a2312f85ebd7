import Diagnostics

extension KeyedDecodingContainer {
  /// One of the words of a closed list; another word is answered with all that there are.
  func choice<Choice>(
    _ type: Choice.Type, forKey key: Key
  ) throws -> Choice where Choice: RawRepresentable<String> & CaseIterable {
    let word = try decode(String.self, forKey: key)
    if let choice = Choice(rawValue: word) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    throw DecodingError.dataCorruptedError(
      forKey: key, in: self,
      debugDescription: "expected \(words.joined(separator: ", ")), got \(SafeText.quoted(word))"
        + Suggestion.hint(for: word, among: words))
  }

  /// The same, where the key may be missing or null.
  func choiceIfPresent<Choice>(
    _ type: Choice.Type, forKey key: Key
  ) throws -> Choice? where Choice: RawRepresentable<String> & CaseIterable {
    guard contains(key), try !decodeNil(forKey: key) else { return nil }
    return try choice(type, forKey: key)
  }
}
