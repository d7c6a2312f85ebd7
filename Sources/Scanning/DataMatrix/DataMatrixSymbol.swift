/// What libdmtx says about one Data Matrix symbol.
struct DataMatrixSymbol {
  /// The data code words after error correction, pads included (ISO/IEC 16022, 5.2).
  let codewords: [UInt8]
  /// The corners in pixels of the rendering, clockwise from the symbol's own top left.
  let corners: [PixelPoint]
}
