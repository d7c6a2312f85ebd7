import Foundation
import Imaging
import TestSupport

/// The encoder zint as an independent writer, where it is installed.
enum Zint {
  private static let tool = Program.tool("zint")
  static var isInstalled: Bool { tool != nil }

  /// The picture that zint makes, with a white border around it.
  static func picture(_ arguments: [String], input: [UInt8]? = nil) throws -> GrayImage {
    let folder = try TemporaryFolder()
    var arguments = arguments + ["--scale=2", "--whitesp=12", "--vwhitesp=6"]
    arguments += ["-o", folder.path("symbol.png")]
    if let input {
      try folder.write("input", input)
      arguments += ["-i", folder.path("input")]
    }
    let result = try tool?.run(arguments)
    guard let result, result.status == 0 else { throw Failure(message: result?.errors ?? "") }
    return try ImageLoader.load(path: folder.path("symbol.png")).image
  }

  struct Failure: Error { let message: String }
}
