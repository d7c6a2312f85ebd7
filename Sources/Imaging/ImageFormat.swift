/// A format that pictures are read from.
public enum ImageFormat: String, Sendable, CaseIterable {
  /// Portable Network Graphics (ISO/IEC 15948).
  case png
  /// JPEG (ISO/IEC 10918-1) in any wrapper: JFIF, EXIF or bare.
  case jpeg
  /// WebP (RFC 9649), lossy and lossless; frames of an animation are pages.
  case webp
  /// TIFF 6.0 and BigTIFF, with any number of pages.
  case tiff
  /// GIF87a and GIF89a; frames of an animation are pages.
  case gif
  /// Windows bitmap, from OS/2's headers to BITMAPV5HEADER.
  case bmp
  /// Netpbm's PBM, PGM and PPM, as text and as bytes.
  case pnm
  /// PDF, drawn by `pdftoppm` where that is installed.
  case pdf
  /// HEIC and AVIF, decoded by `heif-convert` where that is installed.
  case heif

  /// The format that the content begins like, whatever the file's name says.
  public init?(sniffing bytes: [UInt8]) {
    guard let format = Self.allCases.first(where: { $0.begins(bytes) }) else { return nil }
    self = format
  }

  /// What people call it.
  public var title: String {
    switch self {
    case .webp: "WebP"
    case .heif: "HEIC"
    default: rawValue.uppercased()
    }
  }

  /// The names that people give to such files.
  public var fileExtensions: [String] {
    switch self {
    case .jpeg: ["jpg", "jpeg"]
    case .tiff: ["tif", "tiff"]
    case .pnm: ["pbm", "pgm", "ppm", "pnm"]
    case .heif: ["heic", "heif", "avif"]
    default: [rawValue]
    }
  }

  private func begins(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
    case .webp: bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
    case .tiff: Self.tiffSignatures.contains { bytes.starts(with: $0) }
    case .gif: bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8)
    case .bmp: BMPHeader.isLikely(bytes)
    case .pnm: PNMHeader.isLikely(bytes)
    case .pdf: bytes.starts(with: "%PDF-".utf8)
    case .heif: Self.isHEIF(bytes)
    }
  }

  /// TIFF 6.0, section 2, and BigTIFF, in both orders of bytes.
  private static let tiffSignatures: [[UInt8]] = [
    [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A], [0x49, 0x49, 0x2B, 0], [0x4D, 0x4D, 0, 0x2B],
  ]

  /// A file type box whose brand is one of ISO/IEC 23008-12's or AVIF's for pictures.
  private static func isHEIF(_ bytes: [UInt8]) -> Bool {
    guard bytes.dropFirst(4).starts(with: "ftyp".utf8) else { return false }
    return ["heic", "heix", "heim", "heis", "mif1", "avif"].contains {
      bytes.dropFirst(8).starts(with: $0.utf8)
    }
  }
}
