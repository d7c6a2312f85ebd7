internal import CDataMatrix
import Imaging

/// Reads the Data Matrix symbols of a picture by libdmtx, within bounds.
struct DataMatrixReader {
  /// Milliseconds after which no further place is looked for.
  let milliseconds: Int
  /// Places that look like symbols, of which most are none, that are decoded at most.
  var mostRegions = 64
  /// Pixels between the lines along which edges are looked for.
  var gap = 2

  /// What is read before the time or the picture ends.
  func read(_ image: GrayImage) -> [DataMatrixSymbol] {
    // libdmtx looks at the eight neighbours of a pixel, and takes a pointer to pixels that it might
    // write to: it gets a copy.
    guard image.width >= Self.smallest, image.height >= Self.smallest else { return [] }
    var pixels = image.pixels
    return pixels.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let frame = DataMatrixFrame(base, width: image.width, height: image.height)
      else { return [] }
      return symbols(in: frame)
    }
  }

  private func symbols(in frame: borrowing DataMatrixFrame) -> [DataMatrixSymbol] {
    guard let search = DataMatrixSearch(frame, gap: gap) else { return [] }
    let deadline = dmtxTimeAdd(dmtxTimeNow(), milliseconds)
    var symbols: [DataMatrixSymbol] = []
    for _ in 0..<mostRegions {
      guard let region = search.next(until: deadline) else { break }
      if let corners = region.corners(rows: frame.height),
        let codewords = search.codewords(of: region)
      {
        symbols.append(DataMatrixSymbol(codewords: codewords, corners: corners))
      }
    }
    return symbols
  }

  /// Pixels on either side below which there is no room for the smallest symbol of eight modules.
  private static let smallest = 8
}
