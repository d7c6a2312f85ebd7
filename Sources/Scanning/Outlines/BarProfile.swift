/// The shades along the bars of a symbol, at no more places than it takes to tell bars apart.
struct BarProfile {
  private let shades: [Int]

  /// - Parameter tilt: lines that the profile moves down for each place, around the middle of
  ///   the span: along a line of the symbol rather than of the picture.
  init(_ span: ReadSpan, movedBy drift: Int = 0, tilt: Double = 0, of lines: ScanLines) {
    let width = max(span.far - span.near, 1)
    let count = min(width + 1, 512)
    shades = (0..<count).map { index in
      let offset = width * index / max(count - 1, 1)
      let drop = tilt * Double(offset - width / 2)
      return lines[span.near + drift + offset, span.line + Int(drop.rounded())]
    }
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

  /// How far along the line the bars of a span have moved on another line, where they can be found
  /// again there.
  ///
  /// Bars that lie askew move by up to one pixel a line.
  static func drift(of span: ReadSpan, to line: Int, in lines: ScanLines) -> Int? {
    let known = BarProfile(span, of: lines)
    let target = span.moved(to: line)
    let steepest = min(abs(line - span.line), (span.far - span.near) / 2)
    var best = (drift: 0, likeness: surelyAlike)
    for drift in -steepest...steepest {
      let likeness = BarProfile(target, movedBy: drift, of: lines).likeness(to: known)
      if likeness > best.likeness { best = (drift, likeness) }
    }
    return best.likeness > surelyAlike ? best.drift : nil
  }

  /// The likeness from which two lines show the same bars: blurred photos keep the half of it,
  /// white, text and other bars have none.
  static let surelyAlike = 0.5
}
