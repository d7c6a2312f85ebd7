import Diagnostics
import Foundation
import Imaging

/// Finds the picture files below the paths that a user names.
public enum ImageFinder {
  /// The files of some paths: a file as it is, whatever its name; of a folder, all pictures in it
  /// and in its folders, in the byte order of their paths.
  ///
  /// In folders, hidden entries and files whose extension isn't a picture's are passed over, and
  /// links to folders are not followed, so that no ring of links is without end.
  ///
  /// - Throws: `PathFault` with `path.missing`, or `path.unreadable` for a folder that can't be
  ///   listed.
  public static func files(at paths: some Sequence<String>) throws(PathFault) -> [String] {
    var files: [String] = []
    for path in paths {
      guard let isFolder = isFolder(path) else {
        throw PathFault(
          code: "path.missing", message: "There is no file or folder \(SafeText.quoted(path)).")
      }
      if isFolder {
        files += try pictures(in: path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      } else {
        files.append(path)
      }
    }
    return files
  }

  private static let extensions = Set(ImageFormat.allCases.flatMap(\.fileExtensions))

  /// Nil where there is nothing at the path.
  private static func isFolder(_ path: String) -> Bool? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    return isFolder.boolValue
  }

  private static func pictures(in folder: String) throws(PathFault) -> [String] {
    var files: [String] = []
    for name in try names(in: folder) where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      switch isFolder(path) {
      case true? where !isLink(path): files += try pictures(in: path)
      case false? where isPicture(name): files.append(path)
      default: continue
      }
    }
    return files
  }

  private static func names(in folder: String) throws(PathFault) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw PathFault(
        code: "path.unreadable",
        message: "The folder \(SafeText.quoted(folder)) can't be listed. Check its permissions.")
    }
  }

  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }

  private static func isPicture(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return extensions.contains(name[name.index(after: dot)...].lowercased())
  }
}
