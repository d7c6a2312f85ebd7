/// How a picture is put on a label.
struct ImageStyle: Sendable, Equatable {
  /// Whether grey becomes a spread of dots; otherwise what is darker than the middle is black.
  let isDithered: Bool
  let isInverted: Bool
  let horizontal: HorizontalAlignment
  let vertical: VerticalAlignment
}
