internal import CZBar

/// What zbar says about the symbols of one content in a picture.
///
/// Linear symbols of equal kind and content are one to zbar, wherever they are: each scan line
/// that reads one adds the point where its decoding ended.
struct ZBarSymbol {
  /// Nil for what isn't asked for, such as zbar's partial results.
  let kind: ZBarKind?
  let bytes: [UInt8]
  /// Linear: one point for each reading.
  ///
  /// QR Code: the four corners, counter-clockwise from the top left.
  let points: [PixelPoint]
  /// Agreeing readings.
  let quality: Int
  /// Quarter turns clockwise; nil where zbar doesn't know.
  let quarterTurns: Int?
  /// FNC1 stands first.
  let isGS1: Bool
  /// FNC1 stands behind the first character or pair of digits.
  let isAIM: Bool

  /// What a reader of our own has read, in the terms in which zbar would say it.
  init(kind: ZBarKind, bytes: [UInt8], isGS1: Bool = false, isAIM: Bool = false) {
    (self.kind, self.bytes, self.isGS1, self.isAIM) = (kind, bytes, isGS1, isAIM)
    (points, quality, quarterTurns) = ([], 1, nil)
  }

  /// A symbol, or the parts of a structured append (ISO/IEC 18004, 8), which zbar joins to one
  /// content: each is a symbol of its own with its own place.
  static func symbols(_ symbol: OpaquePointer) -> [ZBarSymbol] {
    var parts: [OpaquePointer] = []
    var next = zbar_symbol_first_component(symbol)
    while let part = next {
      parts.append(part)
      next = zbar_symbol_next(part)
    }
    let whole = data(of: symbol)
    guard !parts.isEmpty else { return [ZBarSymbol(symbol, whole)] }
    // The parts lie one behind the other in the whole; the lengths that zbar gives are one short.
    let starts = parts.map { data(of: $0).startIndex(in: whole) } + [whole.count]
    return parts.indices.compactMap { index in
      let range = starts[index]..<max(starts[index], starts[index + 1])
      // zbar marks a part that isn't in the picture by a NUL.
      let content = whole[range].trimmingPrefix { $0 == 0 }
      return content.isEmpty
        ? nil : ZBarSymbol(parts[index], UnsafeRawBufferPointer(rebasing: content))
    }
  }

  private static func data(of symbol: OpaquePointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: zbar_symbol_get_data(symbol), count: Int(zbar_symbol_get_data_length(symbol)))
  }

  private init(_ symbol: OpaquePointer, _ data: UnsafeRawBufferPointer) {
    kind = ZBarKind(type: zbar_symbol_get_type(symbol))
    bytes = Array(data)
    points = (0..<zbar_symbol_get_loc_size(symbol)).map {
      PixelPoint(
        x: Int(zbar_symbol_get_loc_x(symbol, $0)), y: Int(zbar_symbol_get_loc_y(symbol, $0)))
    }
    quality = Int(zbar_symbol_get_quality(symbol))
    let orientation = zbar_symbol_get_orientation(symbol)
    quarterTurns = orientation == ZBAR_ORIENT_UNKNOWN ? nil : Int(orientation.rawValue)
    let modifiers = zbar_symbol_get_modifiers(symbol)
    isGS1 = modifiers & 1 << ZBAR_MOD_GS1.rawValue != 0
    isAIM = modifiers & 1 << ZBAR_MOD_AIM.rawValue != 0
  }
}

extension UnsafeRawBufferPointer {
  /// Where these bytes begin within others, cut to their bounds.
  fileprivate func startIndex(in whole: UnsafeRawBufferPointer) -> Int {
    guard let start = baseAddress, let first = whole.baseAddress else { return 0 }
    return Swift.min(Swift.max(start - first, 0), whole.count)
  }
}
