import Diagnostics
import Imaging
import Text

/// Draws the elements of a label that aren't symbols.
struct ElementPainter {
  let scale: DotScale
  let fitter: TextFitter

  /// A label with only what is the same for every row.
  func background(of template: LabelTemplate) throws(TemplateFault) -> Bitmap {
    var bitmap = Bitmap(width: scale.dots(template.width), height: scale.dots(template.height))
    let noValues = Array(repeating: "", count: template.fields.count)
    let problems = TemplateProblems()
    for element in template.elements where element.isConstant {
      do throws(LabelFault) {
        guard try element.isShown(noValues) else { continue }
        try draw(element, noValues, on: &bitmap)
      } catch {
        problems.report(error, line: element.line, column: nil, key: element.type)
      }
    }
    if let fault = TemplateFault(file: template.file, problems) { throw fault }
    return bitmap
  }

  func draw(
    _ element: LabelElement, _ values: [String], on bitmap: inout Bitmap
  ) throws(LabelFault) {
    switch element.content {
    case .text(let style, let text):
      try draw(element.resolve(text, values), style, element, on: &bitmap)
    case .line: rectangle(scale.box(of: element), nil, on: &bitmap)
    case .rectangle(let thickness): rectangle(scale.box(of: element), thickness, on: &bitmap)
    case .symbol: break
    }
  }

  private func draw(
    _ text: String, _ style: TextStyle, _ element: LabelElement, on bitmap: inout Bitmap
  ) throws(LabelFault) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    let frame = scale.box(of: element)
    let isUpright = element.quarterTurns & 1 == 0
    let box = TextFitter.Box(
      width: isUpright ? frame.width : frame.height, height: isUpright ? frame.height : frame.width)
    let layout = try layout(text, style, box, element)
    guard element.quarterTurns != 0 else {
      return layout.draw(on: &bitmap, x: frame.x, y: frame.y)
    }
    var upright = Bitmap(width: box.width, height: box.height)
    layout.draw(on: &upright, x: 0, y: 0)
    bitmap.draw(upright.rotated(quarterTurns: element.quarterTurns), x: frame.x, y: frame.y)
  }

  private func layout(
    _ text: String, _ style: TextStyle, _ box: TextFitter.Box, _ element: LabelElement
  ) throws(LabelFault) -> TextLayout {
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

  /// A frame lies inside its box.
  private func rectangle(_ box: DotRect, _ thickness: Double?, on bitmap: inout Bitmap) {
    guard let thickness else {
      return bitmap.fill(x: box.x, y: box.y, width: box.width, height: box.height)
    }
    let dots = scale.dotsCovering(thickness)
    bitmap.fill(x: box.x, y: box.y, width: box.width, height: dots)
    bitmap.fill(x: box.x, y: box.bottom - dots, width: box.width, height: dots)
    bitmap.fill(x: box.x, y: box.y, width: dots, height: box.height)
    bitmap.fill(x: box.right - dots, y: box.y, width: dots, height: box.height)
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
