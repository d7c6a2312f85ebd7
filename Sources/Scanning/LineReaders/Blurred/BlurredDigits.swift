import Foundation

/// What the digits of EAN-13 look like through a lens that blurs, sample by sample.
///
/// A digit of the left half always follows a bar and is followed by a space, one of the right half
/// the other way round; how wide those are is known as soon as the neighbours are guessed. Further
/// out blur mixes anything.
struct BlurredDigits: Sendable {
  /// Samples a module.
  static let rate = 3
  /// Samples a digit.
  static let length = 7 * rate
  /// Vectors that hold a digit's samples; the rest is zero.
  static let vectors = 3
  /// Where the digits begin, in modules: six of the left half, six of the right.
  static let places = (0..<12).map { $0 < 6 ? 3 + 7 * $0 : 50 + 7 * ($0 - 6) }

  /// Widths of the bar or space before a digit and behind it, in modules; 0 where unknown.
  struct Context {
    var before = 0
    var after = 0
    fileprivate var index: Int { 5 * before + after }
  }

  /// Darkness (0 is white, 1 black) of the twenty left digits (sets A and B) and the ten right
  /// ones, for each context.
  private let shapes: [SIMD8<Float>]
  /// The three guards: where they begin, in samples, and their darkness.
  let guards: [(place: Int, shape: [Float])]

  /// - Parameter blur: standard deviation of the blur, in modules.
  init(blur: Float) {
    guards = [
      (0, Self.shape(before: [0, 0], [1, 0, 1], after: [0, 0.5], blur)),
      (45 * Self.rate, Self.shape(before: [0.5, 1], [0, 1, 0, 1, 0], after: [1, 0.5], blur)),
      (92 * Self.rate, Self.shape(before: [0.5, 0], [1, 0, 1], after: [0, 0], blur)),
    ]
    var shapes: [SIMD8<Float>] = []
    for before in 0...4 {
      for after in 0...4 {
        let context = Context(before: before, after: after)
        for widths in RetailDigits.setsAB {
          shapes += Self.vectors(Self.shape(widths, isLeft: true, context, blur))
        }
        for widths in RetailDigits.setA {
          shapes += Self.vectors(Self.shape(widths, isLeft: false, context, blur))
        }
      }
    }
    self.shapes = shapes
  }

  /// Blurs that pictures have, from sharp to hardly readable.
  static let all = [0.35, 0.6, 0.85, 1.1, 1.4, 1.75].map { BlurredDigits(blur: Float($0)) }

  /// The squared difference of a digit's samples to each pattern: 20 for the left half, 10 for the
  /// right.
  func distances(
    _ samples: (SIMD8<Float>, SIMD8<Float>, SIMD8<Float>), isLeft: Bool, _ context: Context,
    into distances: UnsafeMutablePointer<Float>
  ) {
    let first = context.index * 30 + (isLeft ? 0 : 20)
    shapes.withUnsafeBufferPointer { shapes in
      for pattern in 0..<(isLeft ? 20 : 10) {
        let shape = (first + pattern) * Self.vectors
        let (a, b) = (samples.0 - shapes[shape], samples.1 - shapes[shape + 1])
        let c = samples.2 - shapes[shape + 2]
        distances[pattern] = (a * a + b * b + c * c).sum()
      }
    }
  }

  /// The darkness of one sample of a pattern.
  func darkness(_ pattern: Int, isLeft: Bool, _ context: Context, sample: Int) -> Float {
    let shape = (context.index * 30 + (isLeft ? 0 : 20) + pattern) * Self.vectors
    return shapes[shape + sample / 8][sample % 8]
  }

  private static func vectors(_ shape: [Float]) -> [SIMD8<Float>] {
    stride(from: 0, to: 8 * vectors, by: 8).map { start in
      var vector = SIMD8<Float>.zero
      for index in 0..<8 where start + index < shape.count {
        vector[index] = shape[start + index]
      }
      return vector
    }
  }

  private static func shape(
    _ widths: [Float], isLeft: Bool, _ context: Context, _ blur: Float
  ) -> [Float] {
    var modules: [Float] = []
    var isBar = !isLeft
    for width in widths {
      modules += Array(repeating: isBar ? 1 : 0, count: Int(width))
      isBar.toggle()
    }
    // Behind a bar or space of known width stands its opposite, one module at least.
    let before: Float = isLeft ? 1 : 0
    let after: Float = 1 - before
    let known = { (shade: Float, width: Int) -> [Float] in
      width == 0 ? [shade, 0.5] : Array(repeating: shade, count: width) + [1 - shade, 0.5]
    }
    return shape(
      before: known(before, context.before).reversed(), modules,
      after: known(after, context.after), blur)
  }

  private static func shape(
    before: [Float], _ modules: [Float], after: [Float], _ blur: Float
  ) -> [Float] {
    (0..<modules.count * rate).map { index in
      let place = Float(before.count) + (Float(index) + 0.5) / Float(rate)
      return seen(before + modules + after, at: place, blur)
    }
  }

  /// The darkness at a place between modules, through a Gaussian blur; what lies outside is mixed.
  private static func seen(_ modules: [Float], at place: Float, _ blur: Float) -> Float {
    var (sum, weight) = (Float(0), Float(0))
    for (index, module) in modules.enumerated() {
      let share = normal((Float(index + 1) - place) / blur) - normal((Float(index) - place) / blur)
      sum += share * module
      weight += share
    }
    return sum + (1 - weight) * 0.5
  }

  private static func normal(_ x: Float) -> Float { 0.5 * (1 + erf(x / Float(2).squareRoot())) }
}
