import Barcodes
import Text

/// Reads how the text of an element, or the text below its symbol, is set.
struct TextStyleReader {
  let mapping: TemplateMapping
  let problems: TemplateProblems

  private static let pointRange = 3.0...500

  /// The style of a text element: 9 points, refused where it doesn't fit.
  func text() -> TextStyle {
    let fit: TextStyle.Fit = mapping.choice("fit", default: .refuse)
    let lines = mapping.wholeNumber("lines", in: 1...100, unit: "lines")
    let (font, points) = font(points: 9)
    return TextStyle(
      font: font, points: points, fit: fit, lines: lines ?? (fit == .wrap ? nil : 1),
      horizontal: mapping.choice("align", default: .left),
      vertical: mapping.choice("valign", default: .top), isInverted: mapping.flag("invert"))
  }

  /// The style of a symbol, with its text below where the element asks for it.
  func symbol(_ symbology: Symbology) -> SymbolStyle {
    SymbolStyle(
      symbology: symbology, options: options(symbology), interpretation: interpretation(symbology),
      xDimension: mapping.number("x-dimension", in: 0.05...5, unit: "millimetres"),
      horizontal: mapping.choice("align", default: .left))
  }

  private func options(_ symbology: Symbology) -> EncodingOptions {
    var options = EncodingOptions(
      errorCorrection: mapping.choice("level", default: .medium),
      allowsFullASCII: mapping.flag("full-ascii"),
      wideToNarrow: mapping.wholeNumber("wide", in: 2...3, unit: "modules").map(UInt8.init),
      shape: mapping.choice("shape", default: .square))
    options.qrCode.version = mapping.wholeNumber("version", in: 1...40, unit: "QR Code")
    options.qrCode.allowsKanji = mapping.flag("kanji")
    if symbology == .microQRCode, options.errorCorrection == .high {
      mapping.refuse("level", "L, M or Q; Micro QR Code has no H")
    }
    return options
  }

  private enum Interpretation: String, CaseIterable { case below, none }

  private func interpretation(_ symbology: Symbology) -> TextStyle? {
    guard symbology.facts.kind != .matrix else { return nil }
    var style = TextStyle.interpretation
    (style.font, style.points) = font(points: style.points)
    let place: Interpretation = mapping.choice("text", default: .below)
    return place == .below ? style : nil
  }

  private func font(points: Double) -> (FontRequest, Double) {
    let standard = (FontRequest(family: TextStyle.defaultFamily), points)
    guard let node = mapping.node("font"),
      let font = TemplateMapping(node, what: "a font", key: "font", problems: problems)
    else { return standard }
    font.refuseKeys(except: ["family", "weight", "style", "size"])
    let families = font.texts(
      "family", "a family, or a list such as [DejaVu Sans, Noto Sans Hebrew]")
    let request = FontRequest(
      family: families.first ?? TextStyle.defaultFamily, fallbacks: Array(families.dropFirst()),
      weight: font.choice("weight", default: .regular),
      slant: font.choice("style", default: .upright))
    return (request, font.number("size", in: Self.pointRange, unit: "points") ?? points)
  }
}
