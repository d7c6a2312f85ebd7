/// The shades along a part of a line, at no more places than it takes to tell bars apart.
struct BarProfile {
  private let shades: [Int]

  init(from near: Int, to far: Int, line: Int, of lines: ScanLines) {
    let count = min(max(far - near + 1, 2), 512)
    shades = (0..<count).map { lines[near + (far - near) * $0 / (count - 1), line] }
  }

  /// Pearson's coefficient, −1…1; 0 for a line of one shade.
  func likeness(to other: BarProfile) -> Double {
    var (sumA, sumB, sumAA, sumBB, sumAB) = (0, 0, 0, 0, 0)
    for (a, b) in zip(shades, other.shades) {
      sumA += a
      sumB += b
      sumAA += a * a
      sumBB += b * b
      sumAB += a * b
    }
    let count = shades.count
    let product = Double(count * sumAA - sumA * sumA) * Double(count * sumBB - sumB * sumB)
    return product > 0 ? Double(count * sumAB - sumA * sumB) / product.squareRoot() : 0
  }

  /// How far along the line the bars of a span have moved on another line, where they can be
  /// found again there. Bars that lie askew move by up to one pixel a line.
  static func drift(of span: ReadSpan, to line: Int, in lines: ScanLines) -> Int? {
    let known = BarProfile(from: span.near, to: span.far, line: span.line, of: lines)
    let steepest = min(abs(line - span.line), (span.far - span.near) / 2)
    var best = (drift: 0, likeness: surelyAlike)
    for drift in -steepest...steepest {
      let seen = BarProfile(from: span.near + drift, to: span.far + drift, line: line, of: lines)
      let likeness = seen.likeness(to: known)
      if likeness > best.likeness { best = (drift, likeness) }
    }
    return best.likeness > surelyAlike ? best.drift : nil
  }

  /// The likeness from which two lines show the same bars. Different bars stay below 0.3.
  static let surelyAlike = 0.5
}
