import Barcodes
import Diagnostics
import Yams

/// Reads one element of a template; which element it is, one of its keys says.
struct ElementReader {
  let parser: FieldTextParser
  let label: LabelElement.Size
  let problems: TemplateProblems

  static let symbologies = Symbology.writable.map(\.rawValue)
  static let types = symbologies + ["text", "image", "line", "rectangle", "ellipse"]
  private static let frameKeys = ["at", "size", "when", "rotate"]

  func read(_ node: Node) -> LabelElement? {
    guard
      let mapping = TemplateMapping(
        node, what: "an element", key: "elements", problems: problems),
      let type = type(of: mapping)
    else { return nil }
    let element = mapping.called("the element \(type)")
    switch type {
    case "text": return text(element)
    case "line": return line(element)
    case "rectangle":
      return shape(element, "rectangle") { .rectangle(thickness: $0) }
    case "ellipse": return shape(element, "ellipse") { .ellipse(thickness: $0) }
    case "image": return image(element)
    default: return Symbology(rawValue: type).flatMap { symbol(element, $0) }
    }
  }

  /// Of a symbology and `text`, the symbology is the type: `text` then says where the human
  /// readable interpretation goes.
  private func type(of mapping: TemplateMapping) -> String? {
    let keys = mapping.keys
    let types = keys.filter(Self.types.contains)
    let named = types.filter { $0 != "text" }
    guard named.count <= 1, let type = named.first ?? types.first else {
      reportType(mapping, named)
      return nil
    }
    return type
  }

  private func reportType(_ mapping: TemplateMapping, _ named: [String]) {
    let known = "one of " + Self.types.joined(separator: ", ")
    guard named.isEmpty else {
      return problems.report(
        "element-unknown", at: mapping.mark, key: named[1],
        "an element is one thing, but this is \(named.joined(separator: " and ")).")
    }
    let others = [
      "font", "fit", "lines", "align", "valign", "invert", "dither", "level", "version", "kanji",
      "shape", "wide", "full-ascii", "x-dimension", "to",
    ]
    let odd = mapping.mapping.keys.first {
      !(Self.frameKeys + others).contains($0.scalar?.string ?? "")
    }
    let name = odd?.scalar?.string ?? ""
    problems.report(
      "element-unknown", at: odd?.mark ?? mapping.mark, key: odd == nil ? "elements" : name,
      "expected the kind of element, \(known).\(Suggestion.hint(for: name, among: Self.types))")
  }

  private func text(_ mapping: TemplateMapping) -> LabelElement? {
    mapping.refuseKeys(
      except: ["text", "font", "fit", "lines", "align", "valign", "invert"] + Self.frameKeys)
    let style = TextStyleReader(mapping: mapping, problems: problems).text()
    guard let text = parser.parse(mapping, "text"), let size = size(mapping) else { return nil }
    return element(mapping, "text", .text(style, text), size)
  }

  private func symbol(_ mapping: TemplateMapping, _ symbology: Symbology) -> LabelElement? {
    let isMatrix = symbology.facts.kind == .matrix
    let own = isMatrix ? [] : ["text", "font"]
    mapping.refuseKeys(
      except: [symbology.rawValue, "x-dimension", "align"] + own + options(symbology)
        + Self.frameKeys)
    let style = TextStyleReader(mapping: mapping, problems: problems).symbol(symbology)
    guard let content = parser.parse(mapping, symbology.rawValue),
      let size = isMatrix ? squareSize(mapping) : size(mapping)
    else { return nil }
    return element(mapping, symbology.rawValue, .symbol(style, content), size)
  }

  /// The keys that only some symbologies have.
  private func options(_ symbology: Symbology) -> [String] {
    switch symbology {
    case .qrCode: ["level", "version", "kanji"]
    case .microQRCode: ["level"]
    case .dataMatrix, .gs1DataMatrix: ["shape"]
    case .code39: ["wide", "full-ascii"]
    case .codabar, .itf, .itf14: ["wide"]
    default: []
    }
  }

  private func line(_ mapping: TemplateMapping) -> LabelElement? {
    mapping.refuseKeys(except: ["line", "to", "at", "when"])
    let thickness = mapping.number("line", in: 0.05...10, unit: "millimetres")
    guard mapping.required("to") != nil, let at = point(mapping, "at"),
      let to = point(mapping, "to"), let thickness
    else { return nil }
    guard at.x == to.x || at.y == to.y else {
      mapping.refuse("to", "a place straight beside or below at: lines are horizontal or vertical")
      return nil
    }
    let size = LabelElement.Size(width: abs(to.x - at.x), height: abs(to.y - at.y))
    return element(mapping, "line", .line(to: to, thickness: thickness), size, isFramed: false)
  }

  /// A rectangle or an ellipse: its line's thickness, or the word filled.
  private func shape(
    _ mapping: TemplateMapping, _ type: String, _ content: (Double?) -> LabelElement.Content
  ) -> LabelElement? {
    mapping.refuseKeys(except: [type, "at", "size", "when"])
    let isFilled = mapping.node(type)?.scalar?.string == "filled"
    let thickness =
      isFilled
      ? nil : mapping.number(type, in: 0.05...10, unit: "millimetres (or the word filled)")
    guard let size = size(mapping), isFilled || thickness != nil else { return nil }
    return element(mapping, type, content(thickness), size)
  }

  private func image(_ mapping: TemplateMapping) -> LabelElement? {
    mapping.refuseKeys(
      except: ["image", "align", "valign", "dither", "invert"] + Self.frameKeys)
    let style = ImageStyle(
      isDithered: mapping.flag("dither"), isInverted: mapping.flag("invert"),
      horizontal: mapping.choice("align", default: .center),
      vertical: mapping.choice("valign", default: .middle))
    guard let name = parser.parse(mapping, "image"), let size = size(mapping) else { return nil }
    return element(mapping, "image", .image(style, name), size)
  }
}

extension ElementReader {
  private func element(
    _ mapping: TemplateMapping, _ type: String, _ content: LabelElement.Content,
    _ size: LabelElement.Size, isFramed: Bool = true
  ) -> LabelElement? {
    guard mapping.required("at") != nil, let at = point(mapping, "at") else { return nil }
    if isFramed { refuseOutside(mapping, at, size) }
    let when = parser.parse(mapping, "when")
    return LabelElement(
      content: content, at: at, size: size, when: when, quarterTurns: quarterTurns(mapping),
      type: type, line: mapping.mark?.line ?? 0)
  }

  private func refuseOutside(
    _ mapping: TemplateMapping, _ at: LabelElement.Point, _ size: LabelElement.Size
  ) {
    // A thousandth of a millimetre is less than a dot of any printer.
    let (right, bottom) = (at.x + size.width, at.y + size.height)
    guard right > label.width + 0.001 || bottom > label.height + 0.001 else { return }
    problems.report(
      "outside", at: mapping.node("at")?.mark, key: "at",
      "the element reaches to \(millimetres(right)) × \(millimetres(bottom)) mm, but the label ends "
        + "at \(millimetres(label.width)) × \(millimetres(label.height)) mm.")
  }

  private func quarterTurns(_ mapping: TemplateMapping) -> Int {
    guard let text = mapping.text("rotate") else { return 0 }
    guard let turns = ["0", "90", "180", "270"].firstIndex(of: text) else {
      mapping.refuse("rotate", "0, 90, 180 or 270 degrees (clockwise)")
      return 0
    }
    return turns
  }

  private func point(_ mapping: TemplateMapping, _ key: String) -> LabelElement.Point? {
    let reach = 0...max(label.width, label.height)
    return mapping.pair(key, in: reach, "[x, y]").map { LabelElement.Point(x: $0.0, y: $0.1) }
  }

  private func size(_ mapping: TemplateMapping) -> LabelElement.Size? {
    guard mapping.required("size") != nil else { return nil }
    return mapping.pair("size", in: 0.1...1000, "[width, height]").map {
      LabelElement.Size(width: $0.0, height: $0.1)
    }
  }

  /// A matrix symbol's size is one number, or two.
  private func squareSize(_ mapping: TemplateMapping) -> LabelElement.Size? {
    guard mapping.node("size")?.sequence == nil else { return size(mapping) }
    guard mapping.required("size") != nil else { return nil }
    return mapping.number("size", in: 0.1...1000, unit: "millimetres").map {
      LabelElement.Size(width: $0, height: $0)
    }
  }
}
