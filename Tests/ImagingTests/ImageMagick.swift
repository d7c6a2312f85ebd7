import TestSupport

/// Picture files for tests, made by ImageMagick where it is installed.
enum ImageMagick {
  static let convert = Program.tool("convert").flatMap { tool in
    (try? tool.run(["-version"]))?.status == 0 ? tool : nil
  }
  static var isInstalled: Bool { convert != nil }

  /// Runs `convert` on a PNG and returns the bytes of the file that it makes.
  ///
  /// - Parameter coder: what ImageMagick calls the kind of file, such as `PNG32` or `JPEG`.
  static func convert(
    _ png: [UInt8], _ arguments: [String], to coder: String
  ) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try folder.write("in.png", png)
    let output = "\(coder):\(folder.path("out"))"
    let result = try convert?.run([folder.path("in.png")] + arguments + [output])
    if let result, result.status != 0 { throw Failure(message: result.errors) }
    return try folder.bytes("out")
  }

  struct Failure: Error { let message: String }
}
