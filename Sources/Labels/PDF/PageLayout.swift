/// Where labels stand on their pages.
struct PageLayout: Sendable {
  /// A place of a label's top left corner on the page, in dots from the page's.
  struct Place: Sendable, Equatable {
    let x: Double
    let y: Double
  }

  /// How a printer is made up for: what it prints too large, too far up or too far left.
  struct Correction: Sendable, Equatable {
    /// Millimetres to the right and down.
    var offset = (x: 0.0, y: 0.0)
    /// Shares of the size, from the page's top left corner.
    var scale = (x: 1.0, y: 1.0)

    static func == (one: Correction, other: Correction) -> Bool {
      one.offset == other.offset && one.scale == other.scale
    }
  }

  let size: PDFPageSize
  /// A label's dots.
  let label: (width: Int, height: Int)
  let places: [Place]
  /// The place of the first label on the first page, from 0.
  let firstPlace: Int
  private let dpi: Int
  private let correction: Correction

  /// One label a page, of its own size.
  init(label: (width: Int, height: Int), dpi: Int) {
    self.label = label
    size = PDFPageSize(
      millimetres: Double(label.width) * 25.4 / Double(dpi),
      Double(label.height) * 25.4 / Double(dpi))
    places = [Place(x: 0, y: 0)]
    firstPlace = 0
    (self.dpi, correction) = (dpi, Correction())
  }

  /// Labels on the places of a sheet.
  init(
    label: (width: Int, height: Int), dpi: Int, size: PDFPageSize, places: [Place],
    firstPlace: Int, correction: Correction
  ) {
    (self.label, self.dpi, self.size, self.places) = (label, dpi, size, places)
    (self.firstPlace, self.correction) = (firstPlace, correction)
  }

  /// Begins a page's content: a unit is a dot, the origin is the top left corner, y grows upwards.
  func begin(_ page: inout PDFBytes) {
    let dot = 72 / Double(dpi)
    let millimetre = 72 / 25.4
    page.append(dot * correction.scale.x)
    page.append(" 0 0 ")
    page.numbers(
      dot * correction.scale.y, correction.offset.x * millimetre,
      size.height - correction.offset.y * millimetre)
    page.append("cm\n")
  }

  /// Lets content begin at a place.
  func move(to place: Int, _ page: inout PDFBytes) {
    let place = places[place]
    page.append("1 0 0 1 ")
    page.numbers(place.x, -place.y)
    page.append("cm\n")
  }
}
