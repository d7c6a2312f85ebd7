import ArgumentParser
import Scanning

/// What is to be scanned: paths of the command line, a list on standard input, or what comes into
/// folders.
struct PictureInput {
  let paths: [String]
  let separatedByNUL: Bool
  let isWatched: Bool

  /// Whether the paths come one by one on standard input.
  var isList: Bool { paths == ["-"] }

  /// The pictures, found or read while the sequence is.
  ///
  /// - Throws: `PathFault` where a path of the command line names nothing.
  func files() throws -> AnySequence<String> {
    if isWatched {
      return AnySequence(
        try FolderWatch(paths, shouldStop: { Interruption.isRequested }) {
          Terminal.note("tally: \($0.message)")
        })
    }
    return isList ? AnySequence(PathList(separatedByNUL: separatedByNUL)) : try known()
  }

  /// The pictures that are there by now; none of a list, which can be read only once.
  func known() throws -> AnySequence<String> {
    isList ? AnySequence([]) : AnySequence(try ImageFinder.files(at: paths))
  }

  /// How many pictures there are; nil where nobody can know.
  func count() -> PictureCount? {
    guard !isList, !isWatched, let files = try? ImageFinder.files(at: paths) else { return nil }
    return PictureCount(of: files)
  }
}
