/// A part of a paragraph that is never broken: a word, or of a script without spaces a character with the
/// marks that may not begin or end a line.
struct LinePiece {
  let text: Substring
  /// Whether white space stands before it.
  let hasSpace: Bool

  /// The pieces of a paragraph.
  ///
  /// Chinese and Japanese break between any two characters but for the rules of kinsoku shori (JIS X 4051):
  /// closing marks and small kana begin no line, opening marks end none. Thai, Lao and Khmer need a
  /// dictionary, so they break at spaces only.
  static func pieces(of paragraph: Substring) -> [LinePiece] {
    var pieces: [LinePiece] = []
    for word in paragraph.split(whereSeparator: \.isWhitespace) {
      var start = word.startIndex
      var hasSpace = true
      for index in word.indices.dropFirst() where breaks(before: index, in: word) {
        pieces.append(LinePiece(text: word[start..<index], hasSpace: hasSpace))
        (start, hasSpace) = (index, false)
      }
      pieces.append(LinePiece(text: word[start...], hasSpace: hasSpace))
    }
    return pieces
  }

  private static func breaks(before index: Substring.Index, in word: Substring) -> Bool {
    let next = word[index], last = word[word.index(before: index)]
    guard isIdeographic(next) || isIdeographic(last) else { return false }
    return !neverFirst.contains(next) && !neverLast.contains(last)
  }

  /// Han, kana and the punctuation and full width forms that go with them.
  private static func isIdeographic(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return switch scalar.value {
    case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60, 0x20000...0x3FFFF: true
    default: false
    }
  }

  private static let neverFirst = Set(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〙〗〟｠»ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
      + "‐゠–〜～‼⁇⁈⁉,.:;?!)]}%％℃…‥")
  private static let neverLast = Set("‘“（〔［｛〈《「『【〘〖〝｟«([{￥$＄＃#")
}
