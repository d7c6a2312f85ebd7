extension PDFBytes {
  /// Shifts what follows, counted to the right and upwards.
  mutating func move(_ x: Int, _ y: Int) {
    append("1 0 0 1 ")
    number(x)
    number(y)
    append("cm\n")
  }

  /// Gives what follows its placement on a label, whose top left corner is the origin: the same
  /// corner of the upright box is then the origin.
  mutating func place(_ placement: Placement) {
    let frame = placement.frame
    switch placement.quarterTurns {
    case 1: matrix("0 -1 1 0 ", frame.right, -frame.y)
    case 2: matrix("-1 0 0 -1 ", frame.right, -frame.bottom)
    case 3: matrix("0 1 -1 0 ", frame.x, -frame.bottom)
    default: matrix("1 0 0 1 ", frame.x, -frame.y)
    }
  }

  private mutating func matrix(_ turn: StaticString, _ x: Int, _ y: Int) {
    append(turn)
    number(x)
    number(y)
    append("cm\n")
  }

  /// A rectangle of a path, given as dots down from the origin.
  mutating func rectangle(_ rectangle: DotRect) {
    number(rectangle.x)
    number(-rectangle.bottom)
    number(rectangle.width)
    number(rectangle.height)
    append("re\n")
  }
}
