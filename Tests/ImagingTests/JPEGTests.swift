import Foundation
import Imaging
import Testing
import TestSupport

@Suite(.enabled(if: ImageMagick.isInstalled))
struct JPEGTests {
  /// A soft gradient, which JPEG keeps within a few shades.
  private let gradient = GrayImage(
    width: 48, height: 32,
    pixels: (0..<48 * 32).map { (index: Int) -> UInt8 in UInt8(40 + 2 * (index % 48 + index / 48)) }
  )

  private func jpeg(_ options: [String]) throws -> [UInt8] {
    try ImageMagick.convert(
      PNGWriter.encode(gradient), ["-quality", "97"] + options, to: "JPEG")
  }

  private func isClose(_ image: GrayImage, within shades: Int = 4) -> Bool {
    image.width == 48 && image.height == 32
      && zip(image.pixels, gradient.pixels).allSatisfy { abs(Int($0) - Int($1)) <= shades }
  }

  @Test(arguments: [
    [], ["-type", "TrueColor"], ["-interlace", "JPEG"], ["-colorspace", "CMYK"],
    ["-type", "TrueColor", "-sampling-factor", "2x2"], ["-define", "jpeg:restart-interval=4"],
  ])
  func `every kind of JPEG gives the shades that went in`(options: [String]) throws {
    let loaded = try ImageLoader.decode(jpeg(options))
    #expect(loaded.format == .jpeg)
    #expect(isClose(loaded.image, within: options.contains("CMYK") ? 8 : 4))
  }

  @Test func `an end that is missing is named, wherever it is`() throws {
    for options in [[], ["-interlace", "JPEG"]] {
      let bytes = try jpeg(["-type", "TrueColor"] + options)
      for count in 3..<bytes.count {
        let fault = #expect(throws: ImageFault.self) {
          try ImageLoader.decode(Array(bytes[..<count]))
        }
        #expect(fault?.code == "image.truncated", "\(count) of \(bytes.count) bytes")
      }
    }
  }

  @Test(arguments: 1...8)
  func `the orientation in EXIF is applied`(value: UInt16) throws {
    let pixels: [UInt8] = [0, 80, 160, 240, 40, 120]
    let upright = GrayImage(width: 3, height: 2, pixels: pixels)
    let stored = magnified(upright, by: 16)
    let plain = try ImageMagick.convert(PNGWriter.encode(stored), ["-quality", "99"], to: "JPEG")
    let tagged = TIFFSample(orientation: value).inserted(intoJPEG: plain)
    let shown = try ImageLoader.decode(tagged).image
    let seen = reduced(shown, by: 16).map { (Int($0) + 20) / 40 * 40 }
    let expected: [[Int]] = [
      [0, 80, 160, 240, 40, 120], [160, 80, 0, 120, 40, 240], [120, 40, 240, 160, 80, 0],
      [240, 40, 120, 0, 80, 160], [0, 240, 80, 40, 160, 120], [240, 0, 40, 80, 120, 160],
      [120, 160, 40, 80, 240, 0], [160, 120, 80, 40, 0, 240],
    ]
    #expect(seen == expected[Int(value) - 1])
    #expect(shown.width == (value >= 5 ? 32 : 48))
  }

  @Test(
    arguments: [
      (nil, nil, nil), ("2024:05:06 07:08:09", "+02:00", 1_714_972_089_000),
      ("2024:05:06 07:08:09", "-05:30", 1_714_999_089_000), ("2024:13:06 07:08:09", "+00:00", nil),
      ("    :  :     :  :  ", "+00:00", nil), ("yesterday", "+00:00", nil),
    ] as [(String?, String?, Int64?)])
  func `the time of capture is read`(date: String?, offset: String?, expected: Int64?) throws {
    let bytes = TIFFSample(date: date, offset: offset).inserted(intoJPEG: try jpeg([]))
    #expect(try ImageLoader.decode(bytes).capturedAt == expected)
  }

  @Test func `without an offset the time is taken in the machine's zone`() throws {
    let bytes = TIFFSample(date: "2024:05:06 07:08:09").inserted(intoJPEG: try jpeg([]))
    let local = DateComponents(
      calendar: Calendar(identifier: .gregorian), timeZone: .current, year: 2024, month: 5, day: 6,
      hour: 7, minute: 8, second: 9)
    let expected = try #require(local.date).timeIntervalSince1970
    #expect(try ImageLoader.decode(bytes).capturedAt == Int64(expected) * 1000)
  }

  @Test(arguments: 0..<300)
  func `broken EXIF never hides the picture`(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    var sample = TIFFSample(orientation: 1, date: "2024:05:06 07:08:09", offset: "+02:00")
    sample.damage = { bytes in
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
    }
    let loaded = try ImageLoader.decode(sample.inserted(intoJPEG: Self.small))
    #expect(loaded.image.pixels.count == 48 * 32)
  }

  private static let small = (try? JPEGTests().jpeg([])) ?? []

  private func magnified(_ image: GrayImage, by factor: Int) -> GrayImage {
    let (width, height) = (image.width * factor, image.height * factor)
    return GrayImage(
      width: width, height: height,
      pixels: (0..<width * height).map {
        image.pixels[$0 / width / factor * image.width + $0 % width / factor]
      })
  }

  private func reduced(_ image: GrayImage, by factor: Int) -> [UInt8] {
    (0..<image.height / factor).flatMap { y in
      (0..<image.width / factor).map { x in
        image.pixels[(y * factor + factor / 2) * image.width + x * factor + factor / 2]
      }
    }
  }
}
