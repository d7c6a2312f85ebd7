import Barcodes
import Imaging
import Intake
import Scanning

/// What is done with each picture of a scan, in this process or in a worker's: it goes there as
/// JSON.
struct ScanTask: Codable {
  let symbologies: Set<Symbology>
  let effort: ScanEffort
  let contentOptions: ContentOptions
  /// Where annotated pictures go; nil where nobody wants any.
  let annotations: AnnotationFolder?
  /// Whether symbols get the crops that prove them.
  let cropsSymbols: Bool

  /// A scanner for the task.
  ///
  /// - Throws: where the folder of annotated pictures can't be used.
  func scanner() throws -> ImageScanner {
    var inspections: [ImageScanner.Inspection] = []
    if cropsSymbols {
      let cropper = SymbolCropper()
      inspections.append { cropper.crop($0, &$1) }
    }
    if let annotations { inspections.append(try PictureAnnotator(into: annotations).inspection) }
    return ImageScanner(
      scanner: SymbolScanner(
        symbologies: symbologies, effort: effort, contentOptions: contentOptions),
      inspections: inspections)
  }
}
