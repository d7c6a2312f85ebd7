import Foundation
import Scanning
import Synchronization

/// Counts the pictures below some paths on a thread of its own: the scan doesn't wait for the sum.
final class PictureCount: Sendable {
  private let counted = Atomic<Int>(0)
  private let isComplete = Atomic<Bool>(false)

  /// The sum, as soon as it is known.
  var total: Int? {
    isComplete.load(ordering: .acquiring) ? counted.load(ordering: .relaxed) : nil
  }

  /// Begins to count.
  init(of files: PictureFiles) {
    Thread.detachNewThread { [self] in
      for _ in files { counted.add(1, ordering: .relaxed) }
      isComplete.store(true, ordering: .releasing)
    }
  }
}
