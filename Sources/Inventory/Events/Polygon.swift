/// The corners of a symbol's outline, [x, y] each, in pixels.
///
/// A million scans bring one each and hardly any is ever drawn or compared, so it stays in the form
/// in which it came until somebody asks for its corners.
package struct Polygon: Sendable {
  private enum Form {
    case corners([[Double]])
    case column(String)
  }

  private let form: Form

  package init(_ corners: [[Double]]) { form = .corners(corners) }

  /// A polygon as the ledger's column has it: `x y,x y,…`.
  package init(column: String) { form = .column(column) }

  package var corners: [[Double]] {
    switch form {
    case .corners(let corners): corners
    case .column(let text):
      text.split(separator: ",").map { $0.split(separator: " ").compactMap { Double($0) } }
    }
  }

  /// As the ledger's column has it.
  package var column: String {
    switch form {
    case .corners(let corners):
      corners.map { $0.map(Self.number).joined(separator: " ") }.joined(separator: ",")
    case .column(let text): text
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}

extension Polygon: Equatable {
  package static func == (a: Polygon, b: Polygon) -> Bool { a.corners == b.corners }
}

extension Polygon: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode([[Double]].self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(corners)
  }
}

extension Polygon: ExpressibleByArrayLiteral {
  package init(arrayLiteral corners: [Double]...) { self.init(corners) }
}
