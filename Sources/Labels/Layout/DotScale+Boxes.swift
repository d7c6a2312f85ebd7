extension DotScale {
  /// What an element may cover on the label: its edges on the nearest dots.
  func box(of element: LabelElement) -> DotRect {
    if case .line(let to, let thickness) = element.content {
      return line(from: element.at, to: to, thickness: thickness)
    }
    let (x, y) = (dots(element.at.x), dots(element.at.y))
    return DotRect(
      x: x, y: y, width: dots(element.at.x + element.size.width) - x,
      height: dots(element.at.y + element.size.height) - y)
  }

  /// The box of a symbol, whose size is a most: only dots that fit wholly.
  func symbolBox(of element: LabelElement) -> DotRect {
    DotRect(
      x: dots(element.at.x), y: dots(element.at.y), width: dotsWithin(element.size.width),
      height: dotsWithin(element.size.height))
  }

  /// A line's thickness lies around the line between its two places, its ends at them.
  private func line(
    from: LabelElement.Point, to: LabelElement.Point, thickness: Double
  ) -> DotRect {
    let thickness = dotsCovering(thickness)
    let (x, y) = (dots(min(from.x, to.x)), dots(min(from.y, to.y)))
    let (right, bottom) = (dots(max(from.x, to.x)), dots(max(from.y, to.y)))
    return from.y == to.y
      ? DotRect(x: x, y: y - thickness / 2, width: right - x, height: thickness)
      : DotRect(x: x - thickness / 2, y: y, width: thickness, height: bottom - y)
  }
}
