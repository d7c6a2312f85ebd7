import Crypto
import Diagnostics
import Foundation
import Ledger

/// The folder that annotated pictures go to, and their names in it.
///
/// A picture's name follows from its path alone, so that workers needn't agree on names and a
/// second run gives the same ones: below the folder lie the same folders as below the one that
/// holds all that is scanned.
package struct AnnotationFolder: Sendable, Codable {
  private let path: String
  /// The parts of the absolute path of the folder that names are relative to.
  private let base: [String]

  /// The most bytes that are kept of a part of a path; file systems allow 255 with the ending.
  private static let byteLimit = 200

  /// - Parameter inputs: the paths that are scanned; none where they come from a list.
  /// - Throws: `annotation.inside` where the folder lies in one that is scanned, since the next run
  ///   would take annotated pictures for photos.
  package init(_ path: String, picturesOf inputs: [String]) throws(IntakeFault) {
    self.path = path
    let target = Self.parts(of: path)
    var folders: [[String]] = []
    for input in inputs {
      let parts = Self.parts(of: input)
      let isFolder = Self.isFolder(input)
      if isFolder && target.starts(with: parts) { throw Self.inside(path, input) }
      folders.append(isFolder ? parts : parts.dropLast())
    }
    base = folders.dropFirst().reduce(folders.first ?? Self.parts(of: ".")) { common, folder in
      zip(common, folder).prefix { $0 == $1 }.map(\.0)
    }
  }

  /// Makes the folder.
  ///
  /// - Throws: `annotation.folder`.
  package func make() throws(IntakeFault) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw IntakeFault(
        code: "annotation.folder",
        message: "The folder \(SafeText.quoted(path, limit: 200)) can't be made: "
          + "\(FileReason.text(error)).")
    }
  }

  /// The file for a picture, which lies in the folder whatever the picture's path.
  ///
  /// A path that can't be kept as it is gets a part of its hash behind it, so that no two pictures
  /// share a file.
  ///
  /// - Parameter page: of a file with several; each has a copy of its own.
  package func file(for picture: String, page: Int? = nil) -> String {
    let parts = Self.parts(of: picture)
    let isBelow = parts.starts(with: base)
    let wanted = isBelow ? Array(parts.dropFirst(base.count)) : parts
    let safe = wanted.map(Self.safe)
    let hash = SHA256.hash(data: Data(parts.joined(separator: "/").utf8))
    let mark = isBelow && safe == wanted ? "" : "-" + Hex.text(hash.prefix(6))
    return ([path] + safe).joined(separator: "/") + mark + (page.map { ".page-\($0)" } ?? "")
      + ".png"
  }

  /// The parts of the absolute path, without `.` and `..`; links are not followed.
  private static func parts(of path: String) -> [String] {
    let absolute =
      path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    return absolute.split(separator: "/").reduce(into: []) { parts, part in
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
  }

  /// A part of a path as a name that is visible and can be copied to any file system.
  private static func safe(_ part: String) -> String {
    var name = String(String.UnicodeScalarView(part.unicodeScalars.map(replaced)))
    if name.hasPrefix(".") { name = "_" + name.dropFirst() }
    while name.utf8.count > byteLimit { name.unicodeScalars.removeLast() }
    return name
  }

  /// What Windows refuses, and what can't be seen, become low lines.
  private static func replaced(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if "\\:*?\"<>|".unicodeScalars.contains(scalar) { return "_" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      return "_"
    default: return scalar
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func inside(_ path: String, _ input: String) -> IntakeFault {
    IntakeFault(
      code: "annotation.inside",
      message: "Annotated pictures can't go to \(SafeText.quoted(path, limit: 200)): it lies in "
        + "\(SafeText.quoted(input, limit: 200)), which is scanned, and the next run would take "
        + "them for photos. Name a folder outside.")
  }
}
