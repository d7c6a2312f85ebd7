/// Reads EAN-13 (and so UPC-A), EAN-8 and UPC-E from edges (ISO/IEC 15420).
///
/// A symbol has a known number of bars, so both ends are tried together, and each digit is scaled
/// by its own width: a tilted or curved symbol is read as well as a flat one.
struct RetailReader {
  /// The shape of a symbol: how many digits its halves have.
  private struct Shape {
    let kind: ZBarKind
    let left, right: Int

    /// Bars and spaces from guard to guard; without a right half, the closing guard has six.
    var elements: Int { 3 + 4 * left + (right > 0 ? 5 + 4 * right + 3 : 6) }
    /// Modules from guard to guard.
    var modules: Float { Float(3 + 7 * left + (right > 0 ? 5 + 7 * right + 3 : 6)) }
  }

  private static let shapes = [
    Shape(kind: .ean13, left: 6, right: 6), Shape(kind: .ean8, left: 4, right: 4),
    Shape(kind: .upcE, left: 6, right: 0),
  ]

  private let shapes: [Shape]
  /// How far from its pattern a digit may be, in squared modules.
  private let tolerance: Float = 0.9

  init(_ kinds: Set<ZBarKind>) {
    shapes = Self.shapes.filter { kinds.contains($0.kind) }
  }

  /// Every symbol on a profile that holds together.
  func read(_ edges: BarEdges) -> [LineReading] {
    var readings: [LineReading] = []
    for shape in shapes {
      for start in edges.bars where start + shape.elements < edges.count {
        if let reading = read(shape, edges, start) { readings.append(reading) }
      }
    }
    return readings
  }

  private func read(_ shape: Shape, _ edges: BarEdges, _ start: Int) -> LineReading? {
    let end = start + shape.elements
    let module = edges.width(start, shape.elements) / shape.modules
    let quiet = (edges.quiet(before: start), edges.quiet(after: end))
    guard min(quiet.0, quiet.1) >= 3 * module, max(quiet.0, quiet.1) >= 5 * module,
      isGuard(edges, start, 3, module), isGuard(edges, end - 3, 3, module)
    else { return nil }
    let middle = start + 3 + 4 * shape.left
    guard isGuard(edges, middle, shape.right > 0 ? 5 : 6, module) else { return nil }
    let growth = growth(edges, [(start, 3), (middle, shape.right > 0 ? 5 : 6), (end - 3, 3)])
    var digits = Digits()
    for index in 0..<shape.left {
      guard add(edges, start + 3 + 4 * index, module, -growth, RetailDigits.setsAB, to: &digits)
      else { return nil }
    }
    for index in 0..<shape.right {
      guard add(edges, middle + 5 + 4 * index, module, growth, RetailDigits.setA, to: &digits)
      else { return nil }
    }
    guard let text = text(of: shape, digits.indices) else { return nil }
    return LineReading(
      kind: shape.kind, bytes: text.map { $0 + 0x30 }, near: edges.positions[start],
      far: edges.positions[end], doubt: digits.doubt)
  }

  private struct Digits {
    var indices: [Int] = []
    var doubt: Float = 0
  }

  /// Whether single modules follow one another.
  private func isGuard(_ edges: BarEdges, _ edge: Int, _ elements: Int, _ module: Float) -> Bool {
    let width = edges.width(edge, elements)
    guard abs(width - Float(elements) * module) < 1.5 * module else { return false }
    return (0..<elements).allSatisfy { edges.width(edge + $0, 1) < 2 * module }
  }

  /// By how much a bar is wider than it should be, in pixels, from the guards: print that has run,
  /// or a picture that is exposed too little.
  private func growth(_ edges: BarEdges, _ guards: [(edge: Int, elements: Int)]) -> Float {
    var (bars, spaces, barCount, spaceCount) = (Float(0), Float(0), Float(0), Float(0))
    for (edge, elements) in guards {
      for index in 0..<elements {
        // Of the guard in the middle, which begins with a space, the bars are the odd elements.
        let isBar = (edge + index) % 2 == (edges.beginsWithBar ? 0 : 1)
        let width = edges.width(edge + index, 1)
        if isBar { (bars, barCount) = (bars + width, barCount + 1) }
        if !isBar { (spaces, spaceCount) = (spaces + width, spaceCount + 1) }
      }
    }
    guard barCount > 0, spaceCount > 0 else { return 0 }
    return (bars / barCount - spaces / spaceCount) / 2
  }

  /// Reads one digit.
  ///
  /// - Parameter growth: of its first and third element; the others have lost as much.
  private func add(
    _ edges: BarEdges, _ edge: Int, _ module: Float, _ growth: Float, _ patterns: [[Float]],
    to digits: inout Digits
  ) -> Bool {
    let total = edges.width(edge, 4)
    guard abs(total - 7 * module) < 2 * module else { return false }
    let scale = 7 / total
    let widths = (
      (edges.width(edge, 1) - growth) * scale, (edges.width(edge + 1, 1) + growth) * scale,
      (edges.width(edge + 2, 1) - growth) * scale, (edges.width(edge + 3, 1) + growth) * scale
    )
    var (best, second, choice) = (Float.infinity, Float.infinity, 0)
    for (index, pattern) in patterns.enumerated() {
      let (a, b) = (widths.0 - pattern[0], widths.1 - pattern[1])
      let (c, d) = (widths.2 - pattern[2], widths.3 - pattern[3])
      let distance = a * a + b * b + c * c + d * d
      if distance < best {
        (best, second, choice) = (distance, best, index)
      } else if distance < second {
        second = distance
      }
    }
    digits.indices.append(choice)
    digits.doubt = max(digits.doubt, best / max(second, 0.01))
    return best < tolerance && best < 0.7 * second
  }

  /// The digits, where parity and check digit hold.
  private func text(of shape: Shape, _ indices: [Int]) -> [UInt8]? {
    let digits = indices.map { UInt8($0 % 10) }
    let sets = indices.prefix(shape.left).reduce(0) { $0 << 1 | ($1 >= 10 ? 1 : 0) }
    switch shape.kind {
    case .ean13:
      guard let leading = RetailDigits.leadingDigit[sets] else { return nil }
      let text = [leading] + digits
      return RetailDigits.checks(text) ? text : nil
    case .upcE:
      let system: UInt8 = sets & 0b100000 != 0 ? 0 : 1
      guard let check = RetailDigits.shortCheckDigit[system == 0 ? sets : ~sets & 0b111111] else {
        return nil
      }
      let text = [system] + digits + [check]
      return RetailDigits.checks(RetailDigits.expanded(text)) ? text : nil
    default:
      return sets == 0 && RetailDigits.checks(digits) ? digits : nil
    }
  }
}
