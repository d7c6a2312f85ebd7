import Barcodes
import Imaging
import Scanning
import Testing
import TestSupport

/// One result for each physical symbol, with its outline.
struct OutlineTests {
  private let scanner = SymbolScanner(symbologies: [.code128, .ean13, .upcA, .qrCode])
  private static let tag = "TM-000417"

  private func isClose(_ polygon: [PixelPoint], _ expected: [(Int, Int)], within pixels: Int)
    -> Bool
  {
    polygon.count == 4
      && zip(polygon, expected).allSatisfy {
        abs($0.x - $1.0) <= pixels && abs($0.y - $1.1) <= pixels
      }
  }

  /// A label in the middle of a picture, and where its bars are.
  private func label(
    _ text: String = tag, as symbology: Symbology = .code128, barHeight: Int = 80
  ) throws -> (picture: Picture, corners: [(Int, Int)]) {
    let width = try Picture.width(of: text, as: symbology)
    var picture = Picture(width: 600, height: 600)
    let (x, y) = (300 - width / 2, 300 - barHeight / 2)
    try picture.draw(text, as: symbology, x: x, y: y, barHeight: barHeight)
    let (right, bottom) = (x + width, y + barHeight)
    return (picture, [(x, y), (right, y), (right, bottom), (x, bottom)])
  }

  @Test(arguments: [(tag, Symbology.code128), ("4006381333931", .ean13)])
  func `a label is read once, with the corners of its bars`(text: String, symbology: Symbology)
    throws
  {
    let label = try label(text, as: symbology)
    let symbols = scanner.scan(label.picture.image)
    #expect(symbols.map(\.text) == [text])
    #expect(symbols.map(\.orientation) == [0])
    let polygon = try #require(symbols.first).polygon
    #expect(isClose(polygon, label.corners, within: 4), "\(polygon) instead of \(label.corners)")
  }

  @Test(arguments: [0, 1, 2, 3])
  func `corners begin at the symbol's own top left, however it is turned`(turns: Int) throws {
    let label = try label()
    let picture = label.picture.turned(degrees: Double(turns * 90))
    let symbol = try #require(scanner.scan(picture.image).first)
    let turned = label.corners.map { corner in
      (0..<turns).reduce(corner) { place, _ in (600 - place.1, place.0) }
    }
    #expect(symbol.orientation == turns * 90)
    #expect(isClose(symbol.polygon, turned, within: 5), "\(symbol.polygon) instead of \(turned)")
  }

  @Test(arguments: [-20.0, -11, -4, 3, 8, 15, 22, 78, 95, 112])
  func `a label that lies askew is one label`(degrees: Double) throws {
    for text in [(Self.tag, Symbology.code128), ("4006381333931", .ean13)] {
      let label = try label(text.0, as: text.1, barHeight: 160)
      let symbols = scanner.scan(label.picture.turned(degrees: degrees).image)
      #expect(symbols.map(\.text) == [text.0], "\(symbols.map(\.polygon))")
    }
  }

  @Test(arguments: [-14.0, 14])
  func `the outline of a label that lies askew lies askew too`(degrees: Double) throws {
    let label = try label(barHeight: 160)
    let symbol = try #require(
      scanner.scan(label.picture.turned(degrees: degrees).image).first)
    let drift = symbol.polygon[3].x - symbol.polygon[0].x
    let height = symbol.polygon[3].y - symbol.polygon[0].y
    // The bars lean against the turn by its tangent, a quarter.
    #expect(abs(Double(drift) / Double(height) + (degrees < 0 ? -0.25 : 0.25)) < 0.06)
  }

  @Test(arguments: [(tag, Symbology.code128), ("4006381333931", .ean13)])
  func `two equal labels side by side are two`(text: String, symbology: Symbology) throws {
    let width = try Picture.width(of: text, as: symbology)
    var picture = Picture(width: 2 * width + 200, height: 200)
    try picture.draw(text, as: symbology, x: 60, y: 60)
    try picture.draw(text, as: symbology, x: 120 + width, y: 70)
    for degrees in [0.0, 5, -8] {
      let symbols = scanner.scan(picture.turned(degrees: degrees).image)
      #expect(symbols.map(\.text) == [text, text], "\(degrees)°: \(symbols.map(\.polygon))")
    }
  }

  @Test(arguments: [20, 30, 60])
  func `two equal labels above each other are two`(gap: Int) throws {
    for (text, symbology) in [(Self.tag, Symbology.code128), ("4006381333931", .ean13)] {
      var picture = Picture(width: 600, height: 320)
      try picture.draw(text, as: symbology, x: 60, y: 60)
      try picture.draw(text, as: symbology, x: 60, y: 140 + gap)
      for degrees in [0.0, 5, -8] {
        let symbols = scanner.scan(picture.turned(degrees: degrees).image)
        #expect(symbols.map(\.text) == [text, text], "\(degrees)°: \(symbols.map(\.polygon))")
      }
    }
  }

  @Test(arguments: [2, 5, 8])
  func `a scratch across the bars doesn't make two labels of one`(scratch: Int) throws {
    for (text, symbology) in [(Self.tag, Symbology.code128), ("4006381333931", .ean13)] {
      var label = try label(text, as: symbology, barHeight: 120)
      label.picture.fill(x: 0, y: 300, width: 600, height: scratch, shade: 235)
      for degrees in [0.0, 3, -7] {
        let symbols = scanner.scan(label.picture.turned(degrees: degrees).image)
        #expect(symbols.map(\.text) == [text], "\(degrees)°: \(symbols.map(\.polygon))")
      }
    }
  }

  @Test func `dirt that hides a part of the bars doesn't make two labels of one`() throws {
    var label = try label(barHeight: 150)
    label.picture.fill(x: 330, y: 280, width: 60, height: 50, shade: 60)
    let symbols = scanner.scan(label.picture.image)
    #expect(symbols.map(\.text) == [Self.tag])
    #expect(try #require(symbols.first).quality < 130, "the hidden lines aren't read")
  }

  @Test(arguments: [1, 2, 3, 6])
  func `low bars still have an area`(barHeight: Int) throws {
    let symbols = scanner.scan(try label(barHeight: barHeight).picture.image)
    #expect(symbols.map(\.text) == [Self.tag])
    let polygon = try #require(symbols.first).polygon
    #expect(polygon[2].y > polygon[0].y && polygon[2].x - polygon[0].x > 300)
  }

  @Test func `a QR Code has its four corners, each copy its own`() throws {
    var picture = Picture(width: 400, height: 200)
    try picture.draw("https://t.example/1", as: .qrCode, x: 30, y: 40, module: 4)
    try picture.draw("https://t.example/1", as: .qrCode, x: 230, y: 50, module: 4)
    let size = try Picture.width(of: "https://t.example/1", as: .qrCode, module: 4)
    let symbols = scanner.scan(picture.image)
    #expect(symbols.count == 2)
    for (symbol, (x, y)) in zip(symbols, [(30, 40), (230, 50)]) {
      let corners = [(x, y), (x + size, y), (x + size, y + size), (x, y + size)]
      #expect(isClose(symbol.polygon, corners, within: 3), "\(symbol.polygon)")
      #expect(symbol.orientation == 0)
    }
  }

  @Test func `a turned QR Code begins at its own top left`() throws {
    var picture = Picture(width: 200, height: 200)
    let size = try Picture.width(of: "TURNED", as: .qrCode, module: 4)
    try picture.draw("TURNED", as: .qrCode, x: 60, y: 60, module: 4)
    let far = 60 + size
    let symbol = try #require(scanner.scan(picture.turned(degrees: 90).image).first)
    let corners = [(60, 60), (far, 60), (far, far), (60, far)].map { (200 - $0.1, $0.0) }
    #expect(isClose(symbol.polygon, corners, within: 4), "\(symbol.polygon)")
    #expect(symbol.orientation == 90)
  }
}
