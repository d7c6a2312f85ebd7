import Crypto
import Diagnostics
import Glibc

extension LabelDestination {
  /// Whether all that was finished of an order is still there, byte for byte; of what a printer got
  /// that can't be asked.
  func holds(_ finished: FinishedOrder) -> Bool {
    if case .printer = self { return true }
    return zip(finished.places, finished.hashes).allSatisfy { place, hash in
      guard let bytes = bytes(at: place) else { return false }
      return Hex.text(SHA256.hash(data: bytes)) == hash
    }
  }

  private func bytes(at place: LabelPlace) -> [UInt8]? {
    switch self {
    // A name that leads out of the folder isn't ours.
    case .folder(let folder, _):
      place.file.contains("/") ? nil : Self.read("\(folder)/\(place.file)", place.bytes)
    case .file(let path, _): Self.read(path, place.bytes)
    case .document, .printer: nil
    }
  }

  /// The bytes of a file, or of a part of it; nil where they aren't there.
  private static func read(_ path: String, _ part: Range<Int>?) -> [UInt8]? {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let part = part ?? 0..<Int(status.st_size)
    guard part.upperBound <= Int(status.st_size) else { return nil }
    var bytes = [UInt8](repeating: 0, count: part.count)
    let count = pread(descriptor, &bytes, part.count, off_t(part.lowerBound))
    return count == part.count ? bytes : nil
  }
}
