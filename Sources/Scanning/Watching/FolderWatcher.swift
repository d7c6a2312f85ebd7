import Diagnostics
import Foundation

/// Watches folders and says which pictures in them are complete; for one thread at a time.
final class FolderWatcher {
  private let inotify: Inotify
  private let paths: [String]
  private let shouldStop: @Sendable () -> Bool
  private let report: @Sendable (PathFault) -> Void
  /// The folders that are watched, by the numbers of their watches.
  private var folders: [Int32: String] = [:]
  /// Folders whose entries are being handed out; the watch of each came before its listing, so
  /// that nothing falls between.
  private var listings: [(path: String, names: FolderNames)] = []
  private var ready: [String] = []
  private var unfinished = UnfinishedFiles()
  private var handedOut = HandedOutFiles()

  init(
    _ paths: [String], shouldStop: @escaping @Sendable () -> Bool,
    report: @escaping @Sendable (PathFault) -> Void
  ) throws(PathFault) {
    guard let inotify = Inotify() else { throw Self.unwatchable(paths.first ?? ".") }
    (self.inotify, self.paths, self.shouldStop) = (inotify, paths, shouldStop)
    self.report = report
    ready = paths.filter { ImageFinder.isFolder($0) != true }.reversed()
    for path in paths.reversed() where ImageFinder.isFolder(path) == true {
      if let fault = enter(path) { throw fault }
    }
  }

  /// The next complete picture, for which it waits; nil when it was told to stop, or when there is
  /// no folder left to watch.
  func next() -> String? {
    while !shouldStop() {
      if let path = ready.popLast() {
        if handedOut.insert(path) { return path }
      } else if let entry = nextListed() {
        take(entry.name, in: entry.folder, isFolder: entry.isFolder, wasClosed: false)
      } else {
        guard !folders.isEmpty else { return nil }
        lookAround(within: 200)
      }
    }
    return nil
  }

  private func nextListed() -> (name: String, folder: String, isFolder: Bool)? {
    while let depth = listings.indices.last {
      // The kernel's queue is short; it is emptied before each entry of a long listing.
      lookAround(within: 0)
      if !ready.isEmpty { return nil }
      if let entry = listings[depth].names.next() {
        return (entry.name, listings[depth].path, entry.isFolder)
      }
      listings.remove(at: depth)
    }
    return nil
  }

  /// Takes in what happened, and looks at the files that were being written.
  private func lookAround(within milliseconds: Int32) {
    for event in inotify.events(within: milliseconds) { take(event) }
    ready += unfinished.completed(report).reversed()
  }

  private func take(_ event: Inotify.Event) {
    if event.isOverflow { return paths.reversed().forEach(enterAgain) }
    guard let folder = folders[event.watch] else { return }
    if event.isEndOfWatch { return leave(event.watch, folder) }
    let path = ImageFinder.path(of: event.name, in: folder)
    switch (event.isFolder, event.isDeparture, event.isCreation) {
    case (true, true, _): leave(below: path)
    case (true, false, _): take(event.name, in: folder, isFolder: true, wasClosed: false)
    case (false, true, _): break
    // Who makes a file also closes it, which is told; a link is complete as it is made.
    case (false, false, true) where !Self.isLink(path): break
    case (false, false, _): take(event.name, in: folder, isFolder: false, wasClosed: true)
    }
  }

  /// Takes an entry of a folder for what it is.
  private func take(_ name: String, in folder: String, isFolder: Bool, wasClosed: Bool) {
    let path = ImageFinder.path(of: name, in: folder)
    if isFolder {
      guard !name.hasPrefix(".") else { return }
      if let fault = enter(path) { report(fault) }
    } else if ImageFinder.isPicture(name) {
      switch FileCompleteness.of(path, wasClosed: wasClosed) {
      case .complete: ready.insert(path, at: 0)
      case .beingWritten: unfinished.insert(path)
      case .absent: break
      }
    }
  }

  /// Watches a folder and lists it; nil where that worked, or where the folder went meanwhile.
  private func enter(_ path: String) -> PathFault? {
    guard let watch = inotify.watch(path) else {
      return errno == ENOENT || errno == ENOTDIR ? nil : Self.unwatchable(path)
    }
    folders[watch] = path
    if let names = FolderNames(path) { listings.append((path, names)) }
    return nil
  }

  private func enterAgain(_ path: String) {
    if ImageFinder.isFolder(path) == true, let fault = enter(path) { report(fault) }
  }

  private func leave(_ watch: Int32, _ folder: String) {
    folders[watch] = nil
    guard paths.contains(folder) else { return }
    report(
      PathFault(
        code: "path.missing",
        message: "The folder \(SafeText.quoted(folder)) is gone and watched no more."))
  }

  /// A folder that went elsewhere takes its folders with it.
  private func leave(below path: String) {
    for (watch, folder) in folders where folder == path || folder.hasPrefix(path + "/") {
      folders[watch] = nil
      inotify.end(watch)
    }
  }

  /// A second name of a file, or a symbolic link.
  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1
  }

  private static func unwatchable(_ path: String) -> PathFault {
    PathFault(
      code: "path.unwatchable",
      message: "The folder \(SafeText.quoted(path)) can't be watched: "
        + "\(String(cString: strerror(errno))). Where the system's limit is reached, raise "
        + "fs.inotify.max_user_watches or max_user_instances (sysctl).")
  }
}
