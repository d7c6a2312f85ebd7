/// The pictures in some folders, and those that come into them: a sequence that waits.
///
/// Pictures that are there come first. A picture comes out when nobody writes to it any more, and
/// again only when it has changed. Folders that come into a folder are watched as well; hidden
/// entries and links to folders are passed over, as by `ImageFinder`.
public struct FolderWatch: Sequence {
  private let watcher: FolderWatcher

  /// Begins to watch.
  ///
  /// - Parameters:
  ///   - paths: folders; a file among them comes out once.
  ///   - shouldStop: asked several times a second; where it says yes, the sequence ends.
  ///   - report: what can't be watched later on.
  /// - Throws: `PathFault` with `path.missing`, `path.unreadable`, or `path.unwatchable` where the
  ///   system watches no more folders.
  public init(
    _ paths: [String], shouldStop: @escaping @Sendable () -> Bool,
    report: @escaping @Sendable (PathFault) -> Void
  ) throws(PathFault) {
    _ = try ImageFinder.files(at: paths)
    watcher = try FolderWatcher(paths, shouldStop: shouldStop, report: report)
  }

  /// The watch itself: there is one, however often it is asked for.
  public func makeIterator() -> AnyIterator<String> {
    let watcher = watcher
    return AnyIterator { watcher.next() }
  }
}
