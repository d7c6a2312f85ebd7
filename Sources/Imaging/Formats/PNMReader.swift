/// Reads Netpbm pictures, P1 to P6, samples up to 65,535.
enum PNMReader {
  static func decode(_ bytes: [UInt8], limits: ImageLimits) throws(ImageFault) -> GrayImage {
    let header = try PNMHeader(bytes)
    try limits.check(width: header.width, height: header.height)
    let needed = leastBytes(header)
    guard bytes.count - header.pixels >= needed else { throw .truncated(format: "PNM") }
    var image = GrayImage(width: header.width, height: header.height)
    switch header.kind {
    case .textBits: try readTextBits(bytes, header, &image.pixels)
    case .textGray, .textColour: try readText(bytes, header, &image.pixels)
    case .bits: readBits(bytes, header, &image.pixels)
    case .gray, .colour: readSamples(bytes, header, &image.pixels)
    }
    return image
  }

  /// Bytes of pixels at least: before memory is taken for what isn't there.
  private static func leastBytes(_ header: PNMHeader) -> Int {
    let samples = header.width * header.height * (header.kind.hasColour ? 3 : 1)
    return switch header.kind {
    case .textBits: samples
    case .textGray, .textColour: 2 * samples - 1
    case .bits: (header.width + 7) / 8 * header.height
    case .gray, .colour: samples * (header.most > 255 ? 2 : 1)
    }
  }

  private static func readTextBits(
    _ bytes: [UInt8], _ header: PNMHeader, _ pixels: inout [UInt8]
  ) throws(ImageFault) {
    var text = PNMText(bytes, from: header.pixels - 1)
    for index in pixels.indices { pixels[index] = try text.bit() == 1 ? 0 : 255 }
  }

  private static func readText(
    _ bytes: [UInt8], _ header: PNMHeader, _ pixels: inout [UInt8]
  ) throws(ImageFault) {
    var text = PNMText(bytes, from: header.pixels - 1)
    for index in pixels.indices {
      let first = Luma.scaled(UInt32(try text.number()), most: header.most)
      guard header.kind.hasColour else {
        pixels[index] = first
        continue
      }
      let green = Luma.scaled(UInt32(try text.number()), most: header.most)
      let blue = Luma.scaled(UInt32(try text.number()), most: header.most)
      pixels[index] = Luma.of(red: first, green: green, blue: blue)
    }
  }

  private static func readBits(
    _ bytes: [UInt8], _ header: PNMHeader, _ pixels: inout [UInt8]
  ) {
    let stride = (header.width + 7) / 8
    for y in 0..<header.height {
      let row = header.pixels + y * stride
      for x in 0..<header.width where bytes[row + x >> 3] & 0x80 >> UInt8(x & 7) != 0 {
        pixels[y * header.width + x] = 0
      }
    }
  }

  private static func readSamples(
    _ bytes: [UInt8], _ header: PNMHeader, _ pixels: inout [UInt8]
  ) {
    let size = header.most > 255 ? 2 : 1
    func sample(_ offset: Int) -> UInt8 {
      let value =
        size == 1 ? UInt32(bytes[offset]) : UInt32(bytes[offset]) << 8 | UInt32(bytes[offset + 1])
      return header.most == 255 ? UInt8(value) : Luma.scaled(value, most: header.most)
    }
    let step = size * (header.kind.hasColour ? 3 : 1)
    for index in pixels.indices {
      let offset = header.pixels + index * step
      pixels[index] =
        header.kind.hasColour
        ? Luma.of(
          red: sample(offset), green: sample(offset + size), blue: sample(offset + 2 * size))
        : sample(offset)
    }
  }
}
