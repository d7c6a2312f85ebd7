import Foundation
import Inventory
import Ledger

extension HTMLReport {
  /// The crop of a sighting with the symbol outlined, or why there is none.
  func proof(_ sighting: StocktakeReport.Sighting?, of code: String) -> HTML {
    guard let evidence = sighting?.evidence else {
      return "<p class=\"crop none\">typed, no picture</p>\n"
    }
    guard let crop = evidence.crop.flatMap({ crops[$0] }), let size = PNGSize(crop.png) else {
      return "<p class=\"crop none\">the crop is not kept here</p>\n"
    }
    return """
      <svg class="crop" viewBox="0 0 \(size.width) \(size.height)" width="\(size.width)" \
      height="\(size.height)" role="img" aria-label="Picture of \(code)">\
      <image width="\(size.width)" height="\(size.height)" \
      href="data:image/png;base64,\(Data(crop.png).base64EncodedString())"/>\
      \(outline(evidence.cropPolygon?.corners ?? []))</svg>

      """
  }

  /// Drawn twice, so that it stands out on light and on dark.
  private func outline(_ polygon: [[Double]]) -> HTML {
    let corners = polygon.filter { $0.count == 2 && $0.allSatisfy { abs($0) < 1e6 } }
    guard corners.count > 2 else { return .nothing }
    let points = corners.map { "\(Int($0[0])),\(Int($0[1]))" }.joined(separator: " ")
    return "<polygon class=\"halo\" points=\"\(points)\"/><polygon points=\"\(points)\"/>"
  }

  /// When, by whom and of which picture: rows of a list.
  func circumstances(_ sighting: StocktakeReport.Sighting) -> HTML {
    let symbology: HTML = sighting.symbology.map { " (\($0))" } ?? ""
    let counter = sighting.counter.map { "\($0), " } ?? ""
    let picture: HTML =
      sighting.evidence?.image.map { image -> HTML in
        "<dt>picture</dt><dd class=\"hash\">\(Self.short(image))</dd>\n"
      } ?? ""
    return """
      <dt>code</dt><dd>\(.code(sighting.code))\(symbology)</dd>
      <dt>by</dt><dd>\(counter)\(sighting.device), \
      <time datetime="\(sighting.at)">\(ReportText.minute(sighting.at))</time></dd>
      \(picture)
      """
  }

  /// Enough digits to tell two pictures apart.
  private static func short(_ hash: String) -> String {
    hash.count > 23 ? String(hash.prefix(19)) + "…" : hash
  }
}

/// Columns and rows of a PNG: the first eight bytes of its header's content (ISO/IEC 15948, 11.2.2).
private struct PNGSize {
  let width, height: Int

  /// Nil where the bytes are no PNG.
  init?(_ png: [UInt8]) {
    guard png.count > 24, png[1...3].elementsEqual("PNG".utf8) else { return nil }
    func number(_ start: Int) -> Int { png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    (width, height) = (number(16), number(20))
  }
}
