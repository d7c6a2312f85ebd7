import Foundation

/// Where things lie in the project.
public enum ProjectFolder {
  /// The folder of `Package.swift`.
  public static let root: String = {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("docs").path) {
        break
      }
    }
    return folder.path
  }()

  public static func path(_ name: String) -> String { root + "/" + name }

  /// The public pictures with known content, where they lie beside the project.
  public static let corpus: String? = {
    let folder = root + "/../shared/corpus"
    return FileManager.default.fileExists(atPath: folder + "/manifest.jsonl") ? folder : nil
  }()
}
