/// Reads pictures from files and from memory.
public enum ImageLoader {
  /// The picture in a file: the first page, where it has several.
  ///
  /// - Throws: `ImageFault` where the file can't be read, is no picture, is broken or too large.
  public static func load(
    path: String, limits: ImageLimits = ImageLimits()
  ) throws(ImageFault) -> LoadedImage {
    try decode(read(path: path, limits: limits), limits: limits)
  }

  /// The bytes of a file, for a caller who wants them for more than the picture.
  ///
  /// - Throws: `ImageFault` with `image.unreadable` or `image.too-large`.
  public static func read(
    path: String, limits: ImageLimits = ImageLimits()
  ) throws(ImageFault) -> [UInt8] {
    let file = try ImageFile(path: path)
    try limits.check(byteCount: file.byteCount)
    return try file.read()
  }

  /// The picture in the bytes of a file: the first page, where it has several.
  ///
  /// The content decides about the format, not a name.
  ///
  /// - Parameter reduction: how much smaller a picture will do; see `ImageReduction`.
  /// - Throws: `ImageFault` with any of its codes but `image.unreadable`.
  public static func decode(
    _ bytes: [UInt8], limits: ImageLimits = ImageLimits(), reduction: ImageReduction = .none
  ) throws(ImageFault) -> LoadedImage {
    var limits = limits
    (limits.maxPages, limits.maxFrames) = (1, 1)
    var first: LoadedImage?
    try forEachPage(of: bytes, limits: limits, reduction: reduction) { first = $0 }
    guard let first else {
      throw ImageFault(code: "image.corrupt", message: "The file holds no picture.")
    }
    return first
  }

  /// Hands over the pages of a file's bytes in turn; memory holds one of them at a time.
  ///
  /// The pages of a document, the frames of an animation, or the one picture that most files are.
  /// Pages beyond the limits are left out: each page says how many there are.
  ///
  /// - Parameters:
  ///   - longerSide: how many pixels it has to keep at least, where less than all will do: what the
  ///     format can reduce is reduced so far. It then counts instead of `reduction`.
  ///   - body: may throw an `ImageFault` of its own, which ends the loading.
  /// - Throws: `ImageFault` with any of its codes but `image.unreadable`, also after pages were
  ///   handed over.
  public static func forEachPage(
    of bytes: [UInt8], limits: ImageLimits = ImageLimits(), reduction: ImageReduction = .none,
    keeping longerSide: Int? = nil, _ body: (LoadedImage) throws(ImageFault) -> Void
  ) throws(ImageFault) {
    guard !bytes.isEmpty else {
      throw ImageFault(code: "image.empty", message: "The file is empty.")
    }
    try limits.check(byteCount: bytes.count)
    guard let format = ImageFormat(sniffing: bytes) else { throw foreign(bytes) }
    func take(_ decoded: DecodedImage, _ page: ImagePage) throws(ImageFault) {
      try body(decoded.loaded(from: format, page))
    }
    if format == .jpeg {
      return try take(
        JPEGReader.decode(bytes, limits: limits, reduction: reduction, keeping: longerSide), .only)
    }
    try decode(bytes, as: format, limits, take)
  }

  private static func decode(
    _ bytes: [UInt8], as format: ImageFormat, _ limits: ImageLimits, _ body: PageBody
  ) throws(ImageFault) {
    switch format {
    case .png: try body(PNGReader.decode(bytes, limits: limits), .only)
    case .jpeg: try body(JPEGReader.decode(bytes, limits: limits, reduction: .none), .only)
    case .webp: try WebPReader.decode(bytes, limits: limits, body)
    case .tiff: try TIFFPages.decode(bytes, limits: limits, body)
    case .gif: try GIFReader.decode(bytes, limits: limits, body)
    case .bmp: try body(DecodedImage(image: BMPReader.decode(bytes, limits: limits)), .only)
    case .pnm: try body(DecodedImage(image: PNMReader.decode(bytes, limits: limits)), .only)
    case .pdf: try PDFPages.decode(bytes, limits: limits, body)
    case .heif: try HEIFPages.decode(bytes, limits: limits, body)
    }
  }

  private static func foreign(_ bytes: [UInt8]) -> ImageFault {
    let formats = ImageFormat.allCases.map(\.title)
    return ImageFault(
      code: "image.format",
      message: "The content is \(ForeignContent.describe(bytes)); a picture is expected: "
        + formats.dropLast().joined(separator: ", ") + " or \(formats[formats.count - 1]).")
  }
}

/// What takes the pages of a file from their decoder.
typealias PageBody = (DecodedImage, ImagePage) throws(ImageFault) -> Void

/// What a decoder of a format hands over.
struct DecodedImage {
  let image: GrayImage
  var exif = EXIF()
  /// Its size in the file, where it was reduced.
  var whole: (width: Int, height: Int)?

  fileprivate func loaded(from format: ImageFormat, _ page: ImagePage) -> LoadedImage {
    let shown = image.displayed(exif.orientation)
    var loaded = LoadedImage(
      image: shown, format: format, capturedAt: exif.capturedAt(), page: page)
    if let whole {
      let isTurned = exif.orientation.swapsSides
      loaded.fullWidth = isTurned ? whole.height : whole.width
      loaded.fullHeight = isTurned ? whole.width : whole.height
    }
    return loaded
  }
}
