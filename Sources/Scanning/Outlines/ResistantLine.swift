/// A straight line through places on lines, which a few stray points don't bend: its slope is
/// that between the medians of the first and the last third (Tukey, “Exploratory Data Analysis”).
struct ResistantLine {
  private let slope: Double
  private let intercept: Double

  /// A line through points sorted by line; straight down where there are few.
  init(_ points: [(line: Int, place: Int)]) {
    let third = points.count / 3
    let first = Self.middle(points.prefix(third)), last = Self.middle(points.suffix(third))
    let run = last.line - first.line
    let slope = third > 1 && run > 0 ? (last.place - first.place) / run : 0
    self.slope = slope
    intercept = Self.median(points.map { Double($0.place) - slope * Double($0.line) })
  }

  func place(at line: Int) -> Double { intercept + slope * Double(line) }

  private static func middle(
    _ points: ArraySlice<(line: Int, place: Int)>
  ) -> (line: Double, place: Double) {
    (median(points.map { Double($0.line) }), median(points.map { Double($0.place) }))
  }

  private static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}
