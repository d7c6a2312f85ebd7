import Scanning

/// What is to be scanned: paths of the command line, or a list on standard input.
struct PictureInput {
  let paths: [String]
  let separatedByNUL: Bool

  /// Whether the paths come one by one, so that nobody knows how many there will be.
  var isList: Bool { paths == ["-"] }

  /// The pictures, found or read while the sequence is.
  ///
  /// - Throws: `PathFault` where a path of the command line names nothing.
  func files() throws -> AnySequence<String> {
    isList
      ? AnySequence(PathList(separatedByNUL: separatedByNUL))
      : AnySequence(try ImageFinder.files(at: paths))
  }

  /// How many pictures there are; nil where nobody can know.
  func count() -> PictureCount? {
    guard !isList, let files = try? ImageFinder.files(at: paths) else { return nil }
    return PictureCount(of: files)
  }
}
