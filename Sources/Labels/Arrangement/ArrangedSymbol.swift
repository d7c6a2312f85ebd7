/// A symbol at its place on the label, turned as its element says.
struct ArrangedSymbol {
  let element: LabelElement
  let code: LabelCode
  let layout: SymbolLayout
  let placement: Placement

  /// What the modules cover on the label.
  let modules: DotRect
  /// The modules with their quiet zone on the label.
  let zone: DotRect
  /// What the human readable interpretation covers; empty where there is none.
  let interpretation: DotRect

  init(_ layout: SymbolLayout, code: LabelCode, element: LabelElement, placement: Placement) {
    (self.layout, self.code, self.element) = (layout, code, element)
    self.placement = placement
    modules = placement.onLabel(layout.modules)
    zone = placement.onLabel(layout.zone)
    let none = DotRect(x: 0, y: 0, width: 0, height: 0)
    interpretation = layout.interpretation.map { placement.onLabel($0.ink) } ?? none
  }
}
