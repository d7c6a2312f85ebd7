/// Where something that was laid out upright stands on the label, and how it is turned.
struct Placement: Sendable, Equatable {
  /// What it takes up on the label.
  let frame: DotRect
  /// Clockwise.
  let quarterTurns: Int

  /// The box that it was laid out in, before it is turned.
  var upright: TextFitter.Box {
    quarterTurns & 1 == 0
      ? TextFitter.Box(width: frame.width, height: frame.height)
      : TextFitter.Box(width: frame.height, height: frame.width)
  }

  /// All of the upright box.
  var whole: DotRect { DotRect(x: 0, y: 0, width: upright.width, height: upright.height) }

  /// A rectangle of the upright box on the label.
  func onLabel(_ inBox: DotRect) -> DotRect {
    let box = upright
    return inBox.turned(quarterTurns, inBox: box.width, box.height).moved(x: frame.x, y: frame.y)
  }
}
