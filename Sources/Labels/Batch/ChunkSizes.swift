/// How much is handed to a worker at a time, and how far workers may be ahead of what is written.
///
/// Large enough that handing over costs little beside drawing, small enough that the slowest chunk
/// isn't waited for long, and that what is under way stays small in memory.
struct ChunkSizes {
  /// Labels of a chunk.
  let labels: Int
  /// Chunks that are being drawn or written.
  let chunksUnderWay: Int
  private let isCounting: Bool

  private static let mostLabels = 128
  /// Verifying takes some hundred times as long as drawing.
  private static let mostVerified = 4
  /// Dots of all labels of a chunk.
  private static let mostDots = 32_000_000

  /// What a printer has is told chunk by chunk.
  private static let mostPrinted = 4

  init(
    _ template: LabelTemplate, _ settings: LabelBatch.Settings, _ destination: LabelDestination
  ) {
    let dots = LabelTemplate.dots(
      width: template.width, height: template.height, dpi: template.dpi)
    var most = settings.verifier == nil ? Self.mostLabels : Self.mostVerified
    if case .printer = destination { most = Self.mostPrinted }
    labels = min(most, max(1, Self.mostDots / max(dots, 1)))
    chunksUnderWay = 2 * settings.jobs + 2
    isCounting = template.isCounting
  }

  /// What an order adds to a chunk, in labels: copies that look alike are drawn once and listed each.
  func cost(of order: LabelOrder) -> Int {
    isCounting ? order.copies.count : 1 + order.copies.count / Self.mostLabels
  }
}
