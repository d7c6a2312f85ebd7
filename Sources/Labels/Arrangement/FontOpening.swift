import Text

/// Opens the fonts of a template before anything is drawn.
enum FontOpening {
  /// An engine that has all fonts of a template.
  ///
  /// - Throws: `TemplateFault` with every font that isn't installed, each with its line.
  static func engine(for template: LabelTemplate) throws(TemplateFault) -> TextEngine {
    let engine: TextEngine
    do throws(FontFault) {
      engine = try TextEngine()
    } catch {
      throw TemplateFault(file: template.file, code: error.code, message: error.message)
    }
    let problems = TemplateProblems()
    let scale = DotScale(dpi: template.dpi)
    for element in template.elements {
      guard let style = element.textStyle else { continue }
      do throws(FontFault) {
        _ = try engine.font(style.font, size: scale.dots(points: style.points))
      } catch {
        problems.report(error, line: element.line, column: nil, key: "font")
      }
    }
    if let fault = TemplateFault(file: template.file, problems) { throw fault }
    return engine
  }
}

extension LabelElement {
  /// How the text that belongs to it is set, where it has any.
  var textStyle: TextStyle? {
    switch content {
    case .text(let style, _): style
    case .symbol(let style, _): style.interpretation
    case .line, .rectangle, .ellipse, .image: nil
    }
  }
}
