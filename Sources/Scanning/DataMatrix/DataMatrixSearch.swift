internal import CDataMatrix

/// The one owner of a libdmtx decoder, which goes over a frame once.
///
/// Its memory is a byte a pixel; it must not outlive its frame.
struct DataMatrixSearch: ~Copyable {
  private let handle: UnsafeMutablePointer<DmtxDecode>

  /// - Parameter gap: pixels between the lines along which it looks for edges; a symbol is wider.
  init?(_ frame: borrowing DataMatrixFrame, gap: Int) {
    guard let handle = dmtxDecodeCreate(frame.handle, 1) else { return nil }
    self.handle = handle
    dmtxDecodeSetProp(handle, Int32(DmtxPropScanGap.rawValue), Int32(gap))
  }

  deinit {
    var handle: UnsafeMutablePointer<DmtxDecode>? = handle
    dmtxDecodeDestroy(&handle)
  }

  /// The next place that looks like a symbol; nil at the end of the picture or of the time.
  borrowing func next(until deadline: DmtxTime) -> DataMatrixRegion? {
    var deadline = deadline
    guard let region = dmtxRegionFindNext(handle, &deadline) else { return nil }
    return DataMatrixRegion(owning: region)
  }

  /// The data code words of a place; nil where error correction finds none.
  borrowing func codewords(of region: borrowing DataMatrixRegion) -> [UInt8]? {
    let most = Int32(DmtxUndefined)
    var message = dmtxDecodeMatrixRegion(handle, region.handle, most)
    defer { dmtxMessageDestroy(&message) }
    guard let message, let code = message.pointee.code else { return nil }
    let size = region.handle.pointee.sizeIdx
    let attribute = { (kind: DmtxSymAttribute) -> Int in
      Int(dmtxGetSymbolAttribute(Int32(kind.rawValue), size))
    }
    let words = Array(UnsafeBufferPointer(start: code, count: message.pointee.codeSize))
    let blocks = DataMatrixBlocks(
      count: attribute(DmtxSymAttribInterleavedBlocks),
      errorWords: attribute(DmtxSymAttribSymbolErrorWords))
    return blocks.hold(words) ? Array(words.dropLast(blocks.errorWords)) : nil
  }
}
