internal import CZBar

/// What zbar says about the symbols of one content in a picture.
///
/// Linear symbols of equal kind and content are one to zbar, wherever they are: each scan line
/// that reads one adds the point where its decoding ended.
struct ZBarSymbol {
  /// Nil for what isn't asked for, such as zbar's partial results.
  let kind: ZBarKind?
  let bytes: [UInt8]
  /// Linear: one point for each reading. QR Code: the four corners, counter-clockwise from the
  /// top left.
  let points: [PixelPoint]
  /// Agreeing readings.
  let quality: Int
  /// Quarter turns clockwise; nil where zbar doesn't know.
  let quarterTurns: Int?
  /// FNC1 stands first.
  let isGS1: Bool
  /// FNC1 stands behind the first character or pair of digits.
  let isAIM: Bool

  init(_ symbol: OpaquePointer) {
    kind = ZBarKind(type: zbar_symbol_get_type(symbol))
    let length = Int(zbar_symbol_get_data_length(symbol))
    let data = UnsafeRawBufferPointer(start: zbar_symbol_get_data(symbol), count: length)
    bytes = Array(data)
    points = (0..<zbar_symbol_get_loc_size(symbol)).map {
      PixelPoint(x: Int(zbar_symbol_get_loc_x(symbol, $0)), y: Int(zbar_symbol_get_loc_y(symbol, $0)))
    }
    quality = Int(zbar_symbol_get_quality(symbol))
    let orientation = zbar_symbol_get_orientation(symbol)
    quarterTurns = orientation == ZBAR_ORIENT_UNKNOWN ? nil : Int(orientation.rawValue)
    let modifiers = zbar_symbol_get_modifiers(symbol)
    isGS1 = modifiers & 1 << ZBAR_MOD_GS1.rawValue != 0
    isAIM = modifiers & 1 << ZBAR_MOD_AIM.rawValue != 0
  }
}
