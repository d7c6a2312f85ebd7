import Diagnostics
import Glibc

/// The file, or standard input, that a table is read from, as bytes.
final class TableFile {
  /// How messages call it, safe to print.
  let name: String
  /// Bytes read so far.
  private(set) var offset = 0
  private let descriptor: Int32
  private let closesDescriptor: Bool

  static let capacity = 1 << 16

  /// A file by its path, or standard input for `-`.
  ///
  /// - Throws: `table.missing` or `table.unreadable`.
  init(path: String) throws(TableFault) {
    closesDescriptor = path != "-"
    name = closesDescriptor ? SafeText.terminal(path) : "standard input"
    descriptor = closesDescriptor ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO
    guard descriptor >= 0 else { throw Self.openingFault(name, errno) }
  }

  deinit {
    if closesDescriptor, descriptor >= 0 { close(descriptor) }
  }

  /// How many bytes there are in all; nil where that isn't known, as of a pipe.
  var size: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Fills the bytes anew with what comes next; none at the end.
  func read(into bytes: inout [UInt8]) throws(TableFault) {
    let missing = Self.capacity - bytes.count
    if missing > 0 { bytes.append(contentsOf: repeatElement(0, count: missing)) }
    let count = try reading { [descriptor] in
      bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, Self.capacity) }
    }
    bytes.removeLast(bytes.count - count)
    offset += count
  }

  /// The encoding as the whole file says, or, of a pipe, its beginning.
  func guess(after start: [UInt8]) throws(TableFault) -> TextEncoding {
    var guess = EncodingGuess()
    start.withUnsafeBytes { guess.take($0) }
    guard size != nil else { return guess.encoding }
    var (piece, place) = ([UInt8](repeating: 0, count: Self.capacity), start.count)
    while true {
      let count = try reading { [descriptor] in
        piece.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, place) }
      }
      guard count > 0 else { return guess.encoding }
      piece.withUnsafeBytes { guess.take(.init(rebasing: $0.prefix(count))) }
      place += count
    }
  }

  private func reading(_ call: () -> Int) throws(TableFault) -> Int {
    var count: Int
    repeat { count = call() } while count < 0 && errno == EINTR
    guard count >= 0 else {
      throw TableFault(code: "table.unreadable", message: "\(name): \(Self.reason(errno)).")
    }
    return count
  }

  private static func openingFault(_ name: String, _ error: Int32) -> TableFault {
    error == ENOENT
      ? TableFault(code: "table.missing", message: "\(name): there is no such file.")
      : TableFault(code: "table.unreadable", message: "\(name): \(reason(error)).")
  }

  private static func reason(_ error: Int32) -> String {
    String(cString: strerror(error)).lowercased()
  }
}
