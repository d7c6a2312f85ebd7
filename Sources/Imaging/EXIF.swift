/// What a camera says about a picture (CIPA DC-008, EXIF 2.32), as far as it concerns us.
///
/// A broken or absent structure says nothing; it never makes a picture unreadable.
struct EXIF: Sendable, Equatable {
  /// How the stored picture is to be turned for display.
  var orientation = Orientation.upright
  /// DateTimeOriginal as written: `2024:05:06 07:08:09`.
  var dateTimeOriginal: String?
  /// SubSecTimeOriginal: the digits behind the decimal point of the second.
  var subSecond: String?
  /// OffsetTimeOriginal as written: `+02:00`.
  var offset: String?

  /// Nothing is known.
  init() {}

  /// What the TIFF structure inside of an APP1 segment or an eXIf chunk says.
  init(tiff bytes: [UInt8]) {
    guard let reader = TIFFReader(bytes) else { return }
    let main = reader.directory(at: reader.firstDirectory)
    orientation = main.short(Tag.orientation).flatMap(Orientation.init) ?? .upright
    guard let offset = main.long(Tag.exifDirectory) else { return }
    let details = reader.directory(at: Int(offset))
    dateTimeOriginal = details.ascii(Tag.dateTimeOriginal)
    subSecond = details.ascii(Tag.subSecTimeOriginal)
    self.offset = details.ascii(Tag.offsetTimeOriginal)
  }

  /// CIPA DC-008, 4.6.
  private enum Tag {
    static let orientation: UInt16 = 0x0112
    static let exifDirectory: UInt16 = 0x8769
    static let dateTimeOriginal: UInt16 = 0x9003
    static let offsetTimeOriginal: UInt16 = 0x9011
    static let subSecTimeOriginal: UInt16 = 0x9291
  }
}
