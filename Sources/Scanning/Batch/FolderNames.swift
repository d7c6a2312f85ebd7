import Foundation

/// The names in one folder in byte order, without hidden ones.
///
/// They lie in one piece of memory, since a folder may hold a million: some twenty bytes each.
struct FolderNames {
  struct Entry {
    let name: String
    let isFolder: Bool
  }

  /// Each name, behind it a slash where it is a folder's: so the order of names is that of paths.
  private var bytes: [UInt8] = []
  private var ranges: [Range<UInt32>] = []
  private var passed = 0

  /// Nil where the folder can't be listed.
  init?(_ folder: String) {
    guard let listing = opendir(folder) else { return nil }
    defer { closedir(listing) }
    while let entry = readdir(listing) { append(entry, of: folder) }
    bytes.withUnsafeBufferPointer { bytes in
      ranges.sort { Self.precedes(bytes, $0, $1) }
    }
  }

  /// The next entry.
  mutating func next() -> Entry? {
    guard passed < ranges.count else { return nil }
    let name = bytes[Int(ranges[passed].lowerBound)..<Int(ranges[passed].upperBound)]
    passed += 1
    let isFolder = name.last == Self.slash
    return Entry(
      name: String(decoding: isFolder ? name.dropLast() : name, as: UTF8.self), isFolder: isFolder)
  }

  private static let slash = UInt8(ascii: "/")

  private mutating func append(_ entry: UnsafeMutablePointer<dirent>, of folder: String) {
    // The name may be longer than the field says that imports it: its bytes are read in place.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
    let length = strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
    guard length > 0, name[0] != UInt8(ascii: ".") else { return }
    let start = UInt32(bytes.count)
    bytes += UnsafeBufferPointer(start: name, count: length)
    if Self.isFolder(entry.pointee.d_type, name, in: folder) { bytes.append(Self.slash) }
    ranges.append(start..<UInt32(bytes.count))
  }

  /// Some file systems don't say what an entry is; a link to a folder is none.
  private static func isFolder(
    _ type: UInt8, _ name: UnsafePointer<UInt8>, in folder: String
  ) -> Bool {
    guard type == UInt8(DT_UNKNOWN) else { return type == UInt8(DT_DIR) }
    var status = stat()
    return lstat(ImageFinder.path(of: String(cString: name), in: folder), &status) == 0
      && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func precedes(
    _ bytes: UnsafeBufferPointer<UInt8>, _ a: Range<UInt32>, _ b: Range<UInt32>
  ) -> Bool {
    let (first, second) = (
      bytes[Int(a.lowerBound)..<Int(a.upperBound)], bytes[Int(b.lowerBound)..<Int(b.upperBound)]
    )
    return first.lexicographicallyPrecedes(second)
  }
}
