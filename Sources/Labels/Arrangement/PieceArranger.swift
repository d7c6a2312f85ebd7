import Diagnostics
import Text

/// Lays out the elements of a label that aren't symbols.
struct PieceArranger {
  let scale: DotScale
  let fitter: TextFitter
  let images: ImageFitter

  /// What is the same on every label of a template.
  ///
  /// - Throws: `TemplateFault` with everything of it that doesn't fit.
  func background(of template: LabelTemplate) throws(TemplateFault) -> [ArrangedPiece] {
    let noValues = Array(repeating: "", count: template.fields.count)
    let problems = TemplateProblems()
    var pieces: [ArrangedPiece] = []
    for element in template.elements where element.isConstant {
      do throws(LabelFault) {
        guard try element.isShown(noValues) else { continue }
        if let piece = try arrange(element, noValues) { pieces.append(piece) }
      } catch {
        problems.report(error, line: element.line, column: nil, key: element.type)
      }
    }
    if let fault = TemplateFault(file: template.file, problems) { throw fault }
    return pieces
  }

  /// An element at its place; nil where it has no ink.
  func arrange(
    _ element: LabelElement, _ values: [String]
  ) throws(LabelFault) -> ArrangedPiece? {
    let placement = Placement(frame: scale.box(of: element), quarterTurns: element.quarterTurns)
    func piece(_ content: ArrangedPiece.Content, isInverted: Bool = false) -> ArrangedPiece {
      ArrangedPiece(
        element: element, placement: placement, content: content, isInverted: isInverted)
    }
    switch element.content {
    case .symbol: return nil
    case .text(let style, let text):
      let text = try element.resolve(text, values)
      guard !text.isBlank else { return nil }
      let layout = try layout(text, style, placement.upright, element)
      return piece(.text(layout), isInverted: style.isInverted)
    case .image(let style, let name):
      let layout = try image(name, style, placement, element, values)
      return piece(.image(layout), isInverted: style.isInverted)
    case .line: return piece(.areas([placement.whole]))
    case .rectangle(let thickness):
      return piece(
        .areas(thickness.map { placement.edges(scale.dotsCovering($0)) } ?? [placement.whole]))
    case .ellipse(let thickness):
      return piece(.ellipse(thickness: thickness.map(scale.dotsCovering)))
    }
  }

  private func image(
    _ name: FieldText, _ style: ImageStyle, _ placement: Placement, _ element: LabelElement,
    _ values: [String]
  ) throws(LabelFault) -> ImageLayout {
    let file = try element.resolve(name, values)
    do throws(LabelFault) {
      return try images.fit(file, style, in: placement.upright, isFromRow: !name.isConstant)
    } catch { throw LabelFault(error, element) }
  }

  /// The most bytes of a text: more than any label can show, and laid out in no time.
  private static let byteLimit = 1 << 14

  private func layout(
    _ text: String, _ style: TextStyle, _ box: TextFitter.Box, _ element: LabelElement
  ) throws(LabelFault) -> TextLayout {
    guard text.utf8.count <= Self.byteLimit else {
      throw LabelFault(
        "label.text-too-long", element,
        "\(SafeText.quoted(text)) has \(text.utf8.count) bytes, expected at most "
          + "\(Self.byteLimit).")
    }
    if let control = text.unicodeScalars.first(where: \.isUnprintable) {
      throw LabelFault(
        "label.control-character", element,
        "\(SafeText.quoted(text)) has the control character \(SafeText.quoted(String(control))), "
          + "which can't be printed.")
    }
    let need: TextFitter.Box
    do throws(FontFault) {
      if let layout = try fitter.fit(text, style, in: box) { return layout }
      need = try fitter.need(of: text, style, in: box)
    } catch { throw LabelFault(error, element) }
    let lines = style.lines.map { $0 == 1 ? " in one line" : " in \($0) lines" } ?? ""
    throw LabelFault(
      "label.text-too-long", element,
      "\(SafeText.quoted(text)) doesn't fit\(lines): it needs \(scale.millimetres(need.width)) × "
        + "\(scale.millimetres(need.height)) mm, but the box has "
        + "\(element.uprightSize) mm.")
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character that isn't white space.
  fileprivate var isUnprintable: Bool {
    properties.generalCategory == .control && !properties.isWhitespace
  }
}

extension Placement {
  /// A frame of a thickness, inside the box.
  fileprivate func edges(_ thickness: Int) -> [DotRect] {
    let (box, rest) = (whole, whole.height - 2 * thickness)
    guard rest > 0, box.width > 2 * thickness else { return [box] }
    return [
      DotRect(x: 0, y: 0, width: box.width, height: thickness),
      DotRect(x: 0, y: box.height - thickness, width: box.width, height: thickness),
      DotRect(x: 0, y: thickness, width: thickness, height: rest),
      DotRect(x: box.width - thickness, y: thickness, width: thickness, height: rest),
    ]
  }
}

extension LabelElement {
  /// Its size before it is turned, for messages.
  fileprivate var uprightSize: String {
    let isUpright = quarterTurns & 1 == 0
    return "\(millimetres(isUpright ? size.width : size.height)) × "
      + millimetres(isUpright ? size.height : size.width)
  }
}
