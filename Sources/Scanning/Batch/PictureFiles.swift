/// The picture files below some paths, found while the sequence is read.
///
/// It holds the names of the folders between a path and the current file and nothing of the files
/// that were handed out, however many there are.
public struct PictureFiles: Sequence, Sendable {
  let paths: [String]

  /// The files from the first one.
  public func makeIterator() -> Iterator { Iterator(paths: paths) }

  /// One walk through the folders.
  public struct Iterator: IteratorProtocol {
    private var paths: ArraySlice<String>
    /// The folders that are being read, the innermost last.
    private var folders: [(path: String, names: FolderNames)] = []

    init(paths: [String]) { self.paths = paths[...] }

    /// The next file, or a folder that can't be listed.
    public mutating func next() -> String? {
      while let depth = folders.indices.last {
        guard let entry = folders[depth].names.next() else {
          folders.removeLast()
          continue
        }
        let path = ImageFinder.path(of: entry.name, in: folders[depth].path)
        if entry.isFolder {
          guard enter(path) else { return path }
        } else if ImageFinder.isPicture(entry.name), ImageFinder.isFolder(path) != true {
          return path
        }
      }
      guard let path = paths.popFirst() else { return nil }
      guard ImageFinder.isFolder(path) == true, enter(path) else { return path }
      return next()
    }

    private mutating func enter(_ path: String) -> Bool {
      guard let names = FolderNames(path) else { return false }
      folders.append((path, names))
      return true
    }
  }
}
