/// Where the labels of a batch go, and in which format.
package enum LabelDestination: Sendable {
  /// A folder with a file a label; it is made where it isn't there.
  case folder(String, LabelFormat)
  /// One file with all labels, one behind the other.
  case file(String, LabelFormat)

  /// The name of the manifest in a folder.
  package static let manifestName = "manifest.ndjson"

  package var format: LabelFormat {
    switch self {
    case .folder(_, let format), .file(_, let format): format
    }
  }

  /// The manifest's path: in the folder, or beside the file.
  package var manifest: String {
    switch self {
    case .folder(let path, _): "\(path)/\(Self.manifestName)"
    case .file(let path, _): "\(path).\(Self.manifestName)"
    }
  }

  var hasFileEachLabel: Bool {
    switch self {
    case .folder: true
    case .file: false
    }
  }

  /// - Parameter keepingContent: whether labels of an earlier run are to stay.
  func open(keepingContent: Bool) throws(LabelFault) -> any LabelOutput {
    switch self {
    case .folder(let path, _): try FolderOutput(path)
    case .file(let path, _): try StreamOutput(path, keepingContent: keepingContent)
    }
  }
}
