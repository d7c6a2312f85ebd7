/// What is needed to show a crop: which, how large, and where the symbol is in it.
package struct CropView: Sendable, Equatable {
  /// `sha256:…`.
  package let hash: String
  /// Pixels.
  package let width, height: Int
  /// Corners as [x, y] in pixels of the crop; empty where nobody said.
  package let outline: [[Double]]

  /// Takes the size from the beginning of a PNG (ISO/IEC 15948, 11.2.2: the first eight bytes of
  /// the header's content); nil where the bytes are no PNG.
  init?(hash: String, pngHeader: [UInt8], outline: [[Double]]) {
    guard pngHeader.count >= 24, pngHeader[1...3].elementsEqual("PNG".utf8) else { return nil }
    func number(_ start: Int) -> Int {
      pngHeader[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    (width, height) = (number(16), number(20))
    (self.hash, self.outline) = (hash, outline)
  }
}
