/// Content of a page, and the pictures that it names.
struct PDFContent: Sendable {
  var bytes = PDFBytes()
  private(set) var images: [PDFImage] = []

  var isEmpty: Bool { bytes.isEmpty }

  /// What follows stands in the upright box of a placement, until `Q`.
  mutating func begin(_ placement: Placement) {
    bytes.append("q ")
    bytes.place(placement)
  }

  /// A picture over a rectangle.
  mutating func draw(_ image: PDFImage, in area: DotRect) {
    bytes.number(area.width)
    bytes.append("0 0 ")
    bytes.number(area.height)
    bytes.number(area.x)
    bytes.number(-area.bottom)
    bytes.append("cm/")
    bytes.append(text: image.name)
    bytes.append(" Do\n")
    images.append(image)
  }
}
