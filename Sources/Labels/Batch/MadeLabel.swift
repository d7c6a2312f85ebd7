/// A label that was drawn and encoded, for one copy of a row or for several that look alike.
struct MadeLabel: Sendable {
  /// Which copies of its row, from 1.
  let copies: Range<Int>
  /// What the counter says on it; nil where the template doesn't count.
  let number: Int?
  /// The files' names, one a copy, where the output has a file a label.
  let names: [String]
  /// What the output writes.
  let bytes: [UInt8]
  /// Pictures that the bytes name, where the output has them apart.
  var images: [PDFImage] = []
  /// Of the bytes, in lower-case hexadecimal.
  let sha256: String
  let codes: [LabelCode]
  /// Whether it was decoded again; nil where no reader knows its codes, or none was asked.
  let verified: Bool?
}

extension [MadeLabel] {
  /// The labels of the first so many copies.
  func first(_ count: Int) -> [MadeLabel] {
    var (first, left): ([MadeLabel], Int) = ([], count)
    for label in self where left > 0 {
      first.append(label.first(left))
      left -= label.copies.count
    }
    return first
  }
}

extension MadeLabel {
  fileprivate func first(_ count: Int) -> MadeLabel {
    guard count < copies.count else { return self }
    return MadeLabel(
      copies: copies.prefix(count), number: number, names: Array(names.prefix(count)), bytes: bytes,
      images: images, sha256: sha256, codes: codes, verified: verified)
  }
}

/// Where the copies of an order go, up to the first that can have no place.
struct PlacedCopies {
  var places: [LabelPlace] = []
  /// Why there are no more.
  var refusal: LabelFault?
}

/// Where one copy of a label went.
struct LabelPlace: Sendable, Equatable {
  /// The file's name without its folder.
  let file: String
  /// Where in the file, in bytes, if other labels are in it.
  var bytes: Range<Int>?
  /// The page, from 1, and the place on it, from 1, where the file has pages.
  var page: Int?
  var position: Int?
}
