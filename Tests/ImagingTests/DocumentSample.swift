/// A PDF document as it is written by hand: pages with one black rectangle each.
enum DocumentSample {
  /// - Parameter pages: the sides of each page, in points; its rectangle is 72 points wide and high,
  ///   and lies an inch from the left and from the bottom.
  static func pdf(pages: [(width: Int, height: Int)], title: String = "") -> [UInt8] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(pages.count) /Kids ["
        + pages.indices.map { "\(4 + $0) 0 R" }.joined(separator: " ") + "] >>",
      "<< /Length 29 >>\nstream\n0 g 72 72 72 72 re f         \nendstream",
    ]
    for page in pages {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(page.width) \(page.height)] "
          + "/Contents 3 0 R /Resources << >> >>")
    }
    objects.append("<< /Title (\(title)) >>")
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info \(objects.count) 0 R >>\n"
    return Array((text + "startxref\n\(table)\n%%EOF\n").utf8)
  }
}
