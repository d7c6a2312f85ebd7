import Foundation
import Imaging
import TestSupport

/// zplkit (PyPI) as a printer that isn't ours.
enum ZPLKit {
  /// Python, where it has zplkit.
  static let program: Program? = {
    guard let python = Program.tool("python3"),
      let result = try? python.run(["-c", "import zplkit"]), result.status == 0
    else { return nil }
    return python
  }()

  struct Fault: Error { let errors: String }

  /// The labels of a stream as it prints them, in luma; so large as the first is said to be.
  static func print(_ zpl: String, width: Int, height: Int, dpi: Int) throws -> [GrayImage] {
    let folder = try TemporaryFolder()
    let input = try folder.write("labels.zpl", zpl)
    guard let program else { return [] }
    let result = try program.run(
      ["-c", script, input, folder.path("label"), "\(width)", "\(height)", "\(dpi)"])
    guard result.status == 0, let count = Int(result.lines.last ?? "") else {
      throw Fault(errors: result.errors)
    }
    return try (0..<count).map { try ImageLoader.load(path: folder.path("label\($0)")).image }
  }

  private static let script = """
    import sys, zplkit, zplkit.rendering
    path, target, width, height, dpi = sys.argv[1:]
    options = zplkit.Options(width=int(width), height=int(height), dpi=int(dpi))
    limits = zplkit.rendering.Limits(graphic_bytes=10_000_000)
    labels = zplkit.render(open(path, encoding="utf-8").read(), options, limits=limits).labels
    for index, label in enumerate(labels):
        raster = label.rasterize()
        with open(target + str(index), "wb") as file:
            file.write(b"P5 %d %d 255\\n" % (raster.width, raster.height) + bytes(raster.pixels))
    print(len(labels))
    """
}
