import Diagnostics
import Foundation
import Imaging

/// Finds the picture files below the paths that a user names.
public enum ImageFinder {
  /// The files of some paths: a file as it is, whatever its name; of a folder, all pictures in it
  /// and in its folders, in the byte order of their paths.
  ///
  /// In folders, hidden entries and files whose extension isn't a picture's are passed over, and
  /// links to folders are not followed, so that no ring of links is without end. Folders are read
  /// while the sequence is: one that can't be listed by then comes out as if it were a file, so
  /// that whoever opens it says what is wrong.
  ///
  /// - Throws: `PathFault` with `path.missing`, or `path.unreadable` for a folder among the paths
  ///   that can't be listed; before any file was handed out.
  public static func files(at paths: [String]) throws(PathFault) -> PictureFiles {
    for path in paths {
      guard let isFolder = isFolder(path) else {
        throw PathFault(
          code: "path.missing", message: "There is no file or folder \(SafeText.quoted(path)).")
      }
      guard !isFolder || FolderNames(path) != nil else {
        throw PathFault(
          code: "path.unreadable",
          message: "The folder \(SafeText.quoted(path)) can't be listed. Check its permissions.")
      }
    }
    return PictureFiles(paths: paths)
  }

  private static let extensions = Set(ImageFormat.allCases.flatMap(\.fileExtensions))

  /// Nil where there is nothing at the path.
  static func isFolder(_ path: String) -> Bool? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT == S_IFDIR : nil
  }

  /// Whether a name that was found in a folder is a picture's.
  static func isPicture(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: "."), !name.hasPrefix(".") else { return false }
    return extensions.contains(name[name.index(after: dot)...].lowercased())
  }

  /// The path of an entry of a folder.
  static func path(of name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
