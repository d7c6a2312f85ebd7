internal import ChildProcesses
import Foundation

/// The pages of a PDF document, each drawn in gray by a run of `pdftoppm`.
enum PDFPages {
  /// Dots an inch at which pages are drawn: bars of a quarter of a millimetre have three.
  private static let density = 300.0
  /// Pages that would have more pixels are drawn coarser: posters, and hostile sizes.
  private static let mostPixels = 40_000_000

  static func decode(
    _ bytes: [UInt8], limits: ImageLimits, _ body: PageBody
  ) throws(ImageFault) {
    let file = try memoryFile(bytes)
    let information = try ImageConverter.pdfinfo.output(
      of: ["-f", "1", "-l", "\(max(limits.maxPages, 1))", "/dev/stdin"], on: file, limits,
      format: .pdf)
    let outline = PDFOutline(String(decoding: information, as: UTF8.self))
    guard outline.pages > 0 else {
      throw ImageFault.corrupt(format: "PDF", reason: "there is no page in it")
    }
    for number in 1...min(outline.pages, max(limits.maxPages, 1)) {
      let page = ImagePage(number: number, count: outline.pages)
      let image: GrayImage
      do throws(ImageFault) {
        image = try draw(page, of: file, outline, limits)
      } catch { throw error.on(page) }
      try body(DecodedImage(image: image), page)
    }
  }

  static func memoryFile(_ bytes: [UInt8]) throws(ImageFault) -> MemoryFile {
    do {
      return try MemoryFile(bytes)
    } catch {
      throw ImageFault(code: "image.no-converter", message: error.message)
    }
  }

  private static func draw(
    _ page: ImagePage, of file: MemoryFile, _ outline: PDFOutline, _ limits: ImageLimits
  ) throws(ImageFault) -> GrayImage {
    let area = outline.squareInches(ofPage: page.number)
    let most = Double(min(limits.maxPixels, mostPixels))
    let fitting = area > 0 ? min(density, (most / area).squareRoot()) : density
    let picture = try ImageConverter.pdftoppm.output(
      of: [
        "-gray", "-cropbox", "-singlefile", "-r", String(format: "%.3f", fitting),
        "-f", "\(page.number)", "-l", "\(page.number)", "/dev/stdin",
      ], on: file, limits, format: .pdf)
    guard ImageFormat(sniffing: picture) == .pnm else {
      throw .corrupt(format: "PDF", reason: "pdftoppm draws nothing")
    }
    return try PNMReader.decode(picture, limits: limits)
  }
}

/// What `pdfinfo` says of a document: how many pages there are, and how large each is.
struct PDFOutline {
  private(set) var pages = 0
  private var sizes: [Int: Double] = [:]

  /// - Parameter text: `Pages: 2`, `Page    1 size: 595 x 842 pts (A4)`; titles and alike, which
  ///   come first, may hold anything.
  init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      if words.count == 2, words[0] == "Pages:", let count = Int(words[1]), count >= 0 {
        pages = count
      }
      guard words.count >= 7, words[0] == "Page", words[2] == "size:", words[6] == "pts",
        let number = Int(words[1]), let width = Double(words[3]), let height = Double(words[5]),
        width > 0, height > 0
      else { continue }
      sizes[number] = width / 72 * height / 72
    }
  }

  /// The area of a page; 0 where it isn't known.
  func squareInches(ofPage number: Int) -> Double { sizes[number] ?? 0 }
}
