import Foundation

/// The pictures in a HEIC or AVIF file, decoded by one run of `heif-convert` into a folder that is
/// removed afterwards.
enum HEIFPages {
  static func decode(
    _ bytes: [UInt8], limits: ImageLimits, _ body: PageBody
  ) throws(ImageFault) {
    let folder = try ScratchFolder()
    // JPEG at its best differs by a shade at most, and is ten times quicker to write than PNG.
    _ = try ImageConverter.heifConvert.output(
      of: ["-q", "100", "/dev/stdin", folder.path + "/page.jpg"],
      on: PDFPages.memoryFile(bytes), limits, format: .heif)
    let pages = folder.pages
    guard !pages.isEmpty else {
      throw ImageFault.corrupt(format: "HEIC", reason: "there is no picture in it")
    }
    for (index, path) in pages.prefix(max(limits.maxPages, 1)).enumerated() {
      let page = ImagePage(number: index + 1, count: pages.count)
      let decoded: DecodedImage
      do throws(ImageFault) {
        decoded = try JPEGReader.decode(
          ImageLoader.read(path: path, limits: ImageLimits(maxBytes: .max)), limits: limits,
          reduction: .none)
      } catch { throw error.on(page) }
      try body(DecodedImage(image: decoded.image, exif: decoded.exif.alreadyTurned), page)
    }
  }

  /// A folder for the pages, of this process alone.
  private final class ScratchFolder {
    let path: String

    init() throws(ImageFault) {
      path = NSTemporaryDirectory() + "tally-heif-" + UUID().uuidString
      guard mkdir(path, 0o700) == 0 else {
        let reason = String(cString: strerror(errno))
        throw ImageFault(
          code: "image.no-converter",
          message: "There is no folder for converted pictures: \(path): \(reason).")
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// `page.jpg`, or `page-1.jpg` and so on, in the order of their numbers.
    var pages: [String] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return names.filter { $0.hasSuffix(".jpg") }
        .sorted { ($0.count, $0) < ($1.count, $1) }.map { path + "/" + $0 }
    }
  }
}

extension EXIF {
  /// The same without its orientation: HEIF has boxes for that, which its decoder has obeyed
  /// (ISO/IEC 23008-12, 6.5.10), while cameras say it in EXIF again.
  fileprivate var alreadyTurned: EXIF {
    var copy = self
    copy.orientation = .upright
    return copy
  }
}
