import Synchronization
import Text

/// What a document shows of its fonts, told by all who write its labels.
final class PDFFontUses: Sendable {
  private let uses = Mutex<[FontFile: PDFFontUse]>([:])

  /// Merges what somebody has used of a font so far.
  func merge(_ use: PDFFontUse, of file: FontFile) {
    uses.withLock { $0[file, default: PDFFontUse()].merge(use) }
  }

  /// All that was told.
  var all: [FontFile: PDFFontUse] { uses.withLock { $0 } }
}
