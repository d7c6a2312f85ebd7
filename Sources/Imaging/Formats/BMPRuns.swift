/// The run lengths of BI_RLE8 and BI_RLE4 (Microsoft: Bitmap Compression).
struct BMPRuns {
  private let bytes: [UInt8]
  private let header: BMPHeader
  private var offset: Int
  private var image: GrayImage
  private var x = 0
  private var y = 0

  static func decode(_ bytes: [UInt8], _ header: BMPHeader) throws(ImageFault) -> GrayImage {
    var runs = BMPRuns(bytes, header)
    try runs.draw()
    return runs.image
  }

  private init(_ bytes: [UInt8], _ header: BMPHeader) {
    (self.bytes, self.header, offset) = (bytes, header, header.pixels)
    // What the runs pass over has the first colour.
    image = GrayImage(width: header.width, height: header.height, shade: header.palette[0])
  }

  private mutating func draw() throws(ImageFault) {
    while y < header.height {
      let (count, value) = (try nextByte(), try nextByte())
      if count > 0 {
        for index in 0..<Int(count) { put(value, nibble: index) }
        continue
      }
      switch value {
      case 0: (x, y) = (0, y + 1)
      case 1: return
      case 2: (x, y) = (x + Int(try nextByte()), y + Int(try nextByte()))
      default: try drawLiterally(Int(value))
      }
    }
  }

  /// So many pixels as they are, filled up to 16 bits.
  private mutating func drawLiterally(_ count: Int) throws(ImageFault) {
    let isNibbles = header.compression == .rle4
    let length = isNibbles ? (count + 1) / 2 : count
    var value: UInt8 = 0
    for index in 0..<count {
      if !isNibbles || index & 1 == 0 { value = try nextByte() }
      put(value, nibble: index)
    }
    if length & 1 == 1 { _ = try nextByte() }
  }

  /// One pixel; of two in a byte, the even ones lie in its upper half.
  private mutating func put(_ value: UInt8, nibble index: Int) {
    guard x < header.width else { return }
    let colour =
      header.compression == .rle8 ? value : index & 1 == 0 ? value >> 4 : value & 0xF
    let row = header.isTopDown ? y : header.height - 1 - y
    image.pixels[row * header.width + x] = header.palette[Int(colour)]
    x += 1
  }

  private mutating func nextByte() throws(ImageFault) -> UInt8 {
    guard offset >= 0, offset < bytes.count else { throw .truncated(format: "BMP") }
    defer { offset += 1 }
    return bytes[offset]
  }
}
