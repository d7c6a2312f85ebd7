import Diagnostics
import Foundation
import Imaging
package import Scanning
import Text

/// Writes an annotated copy of each picture that is scanned.
///
/// It is called by the workers of a batch: what it holds of a picture it lets go before the worker
/// takes the next, so that memory grows with the number of workers alone.
package struct PictureAnnotator: Sendable {
  private let folder: AnnotationFolder

  /// An annotator, ready to write.
  ///
  /// - Throws: `IntakeFault` where the folder can't be used, `FontFault` where the font isn't
  ///   installed.
  package init(into folder: AnnotationFolder) throws {
    _ = try FontLibrary.find(CaptionWords.font)
    try folder.make()
    self.folder = folder
  }

  /// Writes each picture that is scanned; where that fails, the result says why.
  package var inspection: ImageScanner.Inspection {
    { image, scan in
      do throws(ImageFault) {
        try write(image, scan)
      } catch {
        scan.inspectionFault = error
      }
    }
  }

  /// Writes the picture with what was read in it, whole or not at all.
  ///
  /// - Throws: `image.unwritable`.
  private func write(_ image: GrayImage, _ scan: ImageScan) throws(ImageFault) {
    // An engine is for one thread at a time; opening one costs little beside writing a picture.
    let canvas: ColourImage
    do {
      canvas = try PictureAnnotation.draw(scan.symbols, over: image, engine: TextEngine())
    } catch {
      throw ImageFault(code: "image.unwritable", message: error.message)
    }
    try Self.write(
      PNGWriter.encode(canvas),
      to: folder.file(for: scan.path, page: scan.pages > 1 ? scan.inspectedPage : nil))
  }

  private static func write(_ png: [UInt8], to path: String) throws(ImageFault) {
    let file = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(png).write(to: file, options: .atomic)
    } catch {
      throw ImageFault(
        code: "image.unwritable",
        message: "The annotated picture \(SafeText.quoted(path, limit: 200)) can't be written: "
          + "\(FileReason.text(error)).")
    }
  }
}
