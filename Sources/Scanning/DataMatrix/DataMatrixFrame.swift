internal import CDataMatrix
import Imaging

/// The one owner of a libdmtx image; it borrows its pixels.
struct DataMatrixFrame: ~Copyable {
  let handle: UnsafeMutablePointer<DmtxImage>
  let height: Int

  /// - Parameter pixels: they must outlive the frame; libdmtx only reads them.
  init?(_ pixels: UnsafeMutablePointer<UInt8>, width: Int, height: Int) {
    let packing = DmtxPack8bppK.rawValue
    guard let handle = dmtxImageCreate(pixels, Int32(width), Int32(height), Int32(packing)) else {
      return nil
    }
    (self.handle, self.height) = (handle, height)
  }

  deinit {
    var handle: UnsafeMutablePointer<DmtxImage>? = handle
    dmtxImageDestroy(&handle)
  }
}
