import Diagnostics
import Glibc

/// The lines of an earlier run's manifest, order by order.
///
/// What is listed is finished. A torn line at the end, and an order of which lines are missing, aren't.
final class FinishedLines {
  enum Taken {
    /// All lines of an order.
    case lines([[UInt8]])
    /// The order has none, since its row was refused before.
    case dropped
    /// The order isn't finished, and no other after it.
    case end
  }

  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var refusedRow: Int?
  /// Where the first line that wasn't taken begins.
  private(set) var end = 0

  /// Nil where there is no manifest.
  init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    self.path = path
  }

  deinit { close(descriptor) }

  /// The lines of the next order.
  ///
  /// - Throws: `label.resume` for lines that aren't of this order.
  func take(_ order: LabelOrder) throws(LabelFault) -> Taken {
    if refusedRow == order.row { return .dropped }
    guard let first = nextLine() else { return .end }
    guard Self.row(of: first) == order.row else { throw foreign(order) }
    var lines = [first]
    if Self.isRefusal(first) {
      refusedRow = order.row
    } else {
      while lines.count < order.copies.count {
        guard let line = nextLine() else { return .end }
        guard Self.row(of: line) == order.row, !Self.isRefusal(line) else { throw foreign(order) }
        lines.append(line)
      }
    }
    end += lines.reduce(0) { $0 + $1.count + 1 }
    return .lines(lines)
  }

  /// Refuses what is listed of rows that the table no longer has.
  func refuseRest() throws(LabelFault) {
    guard nextLine() != nil else { return }
    throw LabelFault.changed("\(SafeText.terminal(path)) lists more rows than there are now.")
  }

  private func foreign(_ order: LabelOrder) -> LabelFault {
    .changed(
      "\(SafeText.terminal(path)) doesn't list \(order.name) as it is now: the table has changed.")
  }

  /// The bytes up to the next line feed; nil where none comes any more.
  private func nextLine() -> [UInt8]? {
    var searched = start
    while true {
      if let feed = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = feed + 1 }
        return Array(buffer[start..<feed])
      }
      buffer.removeSubrange(..<start)
      (start, searched) = (0, buffer.count)
      guard readOn() else { return nil }
    }
  }

  private func readOn() -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &piece, piece.count)
    guard count > 0 else { return count < 0 && errno == EINTR }
    buffer += piece[..<count]
    return true
  }

  /// Every line begins with its row.
  private static func row(of line: [UInt8]) -> Int? {
    let beginning = Array(#"{"row":"#.utf8)
    guard line.starts(with: beginning) else { return nil }
    let digits = line[beginning.count...].prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// The quotes of a text's content are escaped, so these bytes are nowhere else.
  private static func isRefusal(_ line: [UInt8]) -> Bool {
    let mark = Array(#""error":{"#.utf8)
    return line.indices.contains { line[$0] == mark[0] && line[$0...].starts(with: mark) }
  }
}

extension LabelFault {
  /// What is there can't be continued.
  static func changed(_ what: String) -> LabelFault {
    LabelFault(
      code: "label.resume",
      message: what
        + " An interrupted batch goes on only with the same template, rows and options: "
        + "take those, or begin anew without --resume.")
  }
}
