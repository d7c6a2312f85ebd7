import Diagnostics
import Foundation
package import Ledger

/// Says in which location a picture was taken.
package struct PicturePlacing: Sendable {
  private enum Rule {
    case fixed(String?)
    case folders(Set<String>)
  }

  private let rule: Rule

  /// Every picture was taken in one location; nil where the labels in the pictures say it.
  package static func fixed(_ location: String?) -> PicturePlacing {
    PicturePlacing(rule: .fixed(location))
  }

  /// A picture was taken in the location that its folder is named after: the longest end of the
  /// folder's path that is the code of a location (`…/HQ/2/201`).
  package static func folders(_ locations: [Location]) -> PicturePlacing {
    PicturePlacing(rule: .folders(Set(locations.map(\.code))))
  }

  /// The location of a picture; of several that fit the most exact one.
  ///
  /// - Throws: `IntakeFault` `picture.folder` where the folder names no location.
  package func location(of path: String) throws(IntakeFault) -> String? {
    switch rule {
    case .fixed(let location): return location
    case .folders(let known):
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().standardized
      var name = folder.pathComponents.dropFirst()[...]
      while !name.isEmpty {
        let candidate = name.joined(separator: "/")
        if known.contains(candidate) { return candidate }
        name = name.dropFirst()
      }
      throw Self.unknown(folder, known)
    }
  }

  private static func unknown(_ folder: URL, _ known: Set<String>) -> IntakeFault {
    IntakeFault(
      code: "picture.folder",
      message:
        "The folder \(SafeText.quoted(folder.path, limit: 200)) is not named after a location."
        + Suggestion.hint(for: folder.lastPathComponent, among: known)
        + " Make the location (tally location add), rename the folder, or give --location.")
  }
}
