import Barcodes
import Imaging
import Text

/// Draws arranged labels of one template as SVG documents (W3C SVG 1.1, second edition).
///
/// The user unit is the dot; the document has the label's size in millimetres. Symbols and pictures
/// are rectangles; texts are text, set in their font where the viewer has it and held to their
/// width by `textLength` where it hasn't.
struct SVGPainter {
  /// All of a document up to what a row has of its own.
  private let beginning: String

  init(_ template: LabelTemplate, width: Int, height: Int, background: [ArrangedPiece]) {
    let millimetres = { (dots: Int) in SVGText.number(Double(dots) * 25.4 / Double(template.dpi)) }
    var svg = SVGText()
    svg.append(
      """
      <svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="\(millimetres(width))mm" \
      height="\(millimetres(height))mm" viewBox="0 0 \(width) \(height)">
      <rect width="\(width)" height="\(height)" fill="white"/>

      """)
    for piece in background { Self.paint(piece, on: &svg) }
    beginning = svg.text
  }

  /// The document of a label.
  func paint(_ label: ArrangedLabel) -> String {
    var svg = SVGText()
    svg.append(beginning)
    for piece in label.pieces { Self.paint(piece, on: &svg) }
    for symbol in label.symbols {
      svg.append(symbol.layout.areas.map(symbol.placement.onLabel))
      if let lines = symbol.layout.interpretation?.lines {
        Self.paint(lines, symbol.placement, colour: "black", on: &svg)
      }
    }
    svg.append("</svg>\n")
    return svg.text
  }

  private static func paint(_ piece: ArrangedPiece, on svg: inout SVGText) {
    let placement = piece.placement
    if piece.isInverted { svg.append([placement.frame]) }
    let colour = piece.isInverted ? "white" : "black"
    switch piece.content {
    case .areas(let areas): svg.append(areas.map(placement.onLabel), colour: colour)
    case .ellipse(let thickness): paintEllipse(in: placement.frame, thickness, on: &svg)
    case .text(let layout): paint(layout.lines, placement, colour: colour, on: &svg)
    case .image(let layout): svg.append(layout.areas.map(placement.onLabel), colour: colour)
    }
  }

  /// The line lies inside the frame.
  private static func paintEllipse(in frame: DotRect, _ thickness: Int?, on svg: inout SVGText) {
    let inset = Double(thickness ?? 0) / 2
    let (a, b) = (Double(frame.width) / 2, Double(frame.height) / 2)
    let ink =
      thickness.map { #"fill="none" stroke="black" stroke-width="\#($0)""# } ?? #"fill="black""#
    svg.append(
      #"<ellipse cx="\#(SVGText.number(Double(frame.x) + a))" cy="\#(SVGText.number(Double(frame.y) + b))""#
        + #" rx="\#(SVGText.number(a - inset))" ry="\#(SVGText.number(b - inset))" \#(ink)/>"#
        + "\n")
  }

  private static func paint(
    _ lines: [TextLayout.Line], _ placement: Placement, colour: String, on svg: inout SVGText
  ) {
    let turn = transform(placement)
    for line in lines {
      guard let run = line.shaped.runs.first, !line.shaped.inkColumns.isEmpty else { continue }
      let font = run.request
      let isFromRight = line.shaped.direction == .rightToLeft
      let x = isFromRight ? line.x + line.shaped.advance : line.x
      svg.append(
        #"<text x="\#(x)" y="\#(line.baseline)"\#(turn) fill="\#(colour)" "#
          + fontAttributes(line.shaped, font, run.size) + (isFromRight ? #" direction="rtl""# : "")
          + #" textLength="\#(line.shaped.advance)" lengthAdjust="spacingAndGlyphs" xml:space="preserve">"#
          + "\(SVGText.escaped(line.shaped.text))</text>\n")
    }
  }

  /// The families of a line's glyphs, their size and style.
  private static func fontAttributes(
    _ line: ShapedLine, _ font: FontRequest, _ size: Int
  ) -> String {
    var names: [String] = []
    for run in line.runs where !names.contains(run.request.family) {
      names.append(run.request.family)
    }
    let families = names.map { "'\(SVGText.escaped($0))'" }.joined(separator: ",")
    return #"font-family="\#(families),sans-serif" font-size="\#(size)""#
      + (font.weight == .bold ? #" font-weight="bold""# : "")
      + (font.slant == .italic ? #" font-style="italic""# : "")
  }

  /// From the upright box to the label.
  private static func transform(_ placement: Placement) -> String {
    let frame = placement.frame
    let (x, y) =
      switch placement.quarterTurns & 3 {
      case 1: (frame.right, frame.y)
      case 2: (frame.right, frame.bottom)
      case 3: (frame.x, frame.bottom)
      default: (frame.x, frame.y)
      }
    let turn = placement.quarterTurns & 3 == 0 ? "" : " rotate(\(placement.quarterTurns * 90))"
    return #" transform="translate(\#(x) \#(y))\#(turn)""#
  }
}
