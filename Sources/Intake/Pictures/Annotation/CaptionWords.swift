import Barcodes
import Diagnostics
import Imaging
import Scanning
import Text

/// Sets the captions of one picture.
struct CaptionWords {
  /// The font of captions, which the default templates of labels need too.
  static let font = FontRequest(family: "DejaVu Sans")

  private let font: Font
  private let padding: Int

  /// - Parameter size: of the font, in pixels.
  init(size: Int, _ engine: TextEngine) throws(FontFault) {
    font = try engine.font(Self.font, size: size)
    padding = size / 4 + 1
  }

  /// The caption of a symbol in black dots, with some space around: what it is, what is to be
  /// doubted, and its text as far as there is room for it.
  func bitmap(of symbol: ScannedSymbol, _ verdict: Verdict, width: Int) -> Bitmap {
    let kind = [symbol.symbology.rawValue, verdict.word].compactMap(\.self)
    var line: ShapedLine?
    for limit in Self.lengths {
      let text = limit > 0 ? [Self.shortened(symbol.text, to: limit)] : []
      line = shape((kind + text).joined(separator: "  "))
      if let line, line.inkColumns.count + 2 * padding <= width { break }
    }
    return line.map { drawn($0, width) } ?? Bitmap(width: 0, height: 0)
  }

  /// How many characters of the text are tried, one after the other.
  private static let lengths = [24, 16, 10, 6, 0]

  private func drawn(_ line: ShapedLine, _ width: Int) -> Bitmap {
    var bitmap = Bitmap(
      width: min(line.inkColumns.count + 2 * padding, width),
      height: font.lineHeight + padding)
    line.draw(
      on: &bitmap, x: padding - line.inkColumns.lowerBound, baseline: padding / 2 + font.ascent)
    return bitmap
  }

  /// The glyphs of a text without the characters that the font lacks; nil where HarfBuzz fails.
  private func shape(_ text: String) -> ShapedLine? {
    if let line = try? font.shape(text) { return line }
    let known = text.unicodeScalars.filter { (try? font.shape(String($0))) != nil }
    return try? font.shape(String(String.UnicodeScalarView(known)))
  }

  /// The beginning and the end of a text: codes of one kind begin alike and differ at the end.
  ///
  /// It counts scalars, since a single character may have any number of them.
  static func shortened(_ text: String, to limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return SafeText.terminal(text) }
    let head = (limit - 1) / 3
    let (first, last) = (scalars.prefix(head), scalars.suffix(limit - 1 - head))
    return SafeText.terminal(String(first)) + "…" + SafeText.terminal(String(last))
  }
}
