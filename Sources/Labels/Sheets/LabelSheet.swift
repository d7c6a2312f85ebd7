/// A sheet of labels: where its places are, in millimetres.
package struct LabelSheet: Sendable, Equatable {
  /// A sheet of paper.
  package struct Page: Sendable, Equatable {
    package let width: Double
    package let height: Double

    /// ISO 216.
    package static let a4 = Page(width: 210, height: 297)
    /// ANSI/ASME Y14.1, 8.5 × 11 inches.
    package static let letter = Page(width: 215.9, height: 279.4)
  }

  /// Two lengths: to the right and down, or a width and a height.
  package struct Extent: Sendable, Equatable {
    package let x: Double
    package let y: Double
  }

  /// As people ask for it: the maker and its number, `avery-l7160`.
  package let name: String
  /// Other numbers of sheets with the same places.
  package let aliases: [String]
  package let page: Page
  package let columns: Int
  package let rows: Int
  /// Of one label.
  package let size: Extent
  /// From the page's top left corner to the first label's.
  package let margin: Extent
  /// From one label's left or upper edge to the next one's.
  package let pitch: Extent
  /// The radius of rounded corners.
  package let corner: Double
  /// Whether a label is a circle or an ellipse.
  package let isRound: Bool

  /// Labels on a sheet.
  package var count: Int { columns * rows }

  /// The top left corners of all labels, row by row from the top.
  package var places: [Extent] {
    (0..<count).map { index in
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      return Extent(
        x: margin.x + Double(column) * pitch.x, y: margin.y + Double(row) * pitch.y)
    }
  }

  /// A sheet; without margins its labels stand in the middle of the page, without a pitch they
  /// touch.
  init(
    _ name: String, aliases: [String] = [], page: Page, columns: Int, rows: Int, size: Extent,
    pitch: Extent? = nil, margin: Extent? = nil, corner: Double = 0, isRound: Bool = false
  ) {
    (self.name, self.aliases, self.page) = (name, aliases, page)
    (self.columns, self.rows, self.size) = (columns, rows, size)
    (self.corner, self.isRound) = (corner, isRound)
    let pitch = pitch ?? size
    self.pitch = pitch
    let width = Double(columns - 1) * pitch.x + size.x
    let height = Double(rows - 1) * pitch.y + size.y
    self.margin =
      margin ?? Extent(x: (page.width - width) / 2, y: (page.height - height) / 2)
  }
}
