/// Bytes of one line without anything in them that ends a cell.
struct TextRun {
  let bytes: UnsafeBufferPointer<UInt8>
  /// How many characters they are; at the end of a buffer the last may be a part of one.
  let characters: Int
  let isASCII: Bool

  /// The bytes up to one of a value, or to the line's end.
  init(_ source: Slice<UnsafeBufferPointer<UInt8>>, upTo stop: UInt8) {
    let source = UnsafeBufferPointer(rebasing: source)
    var (count, continuations, union) = (0, 0, 0 as UInt8)
    while count < source.count {
      let byte = source[count]
      if byte == stop || byte == 0x0A || byte == 0x0D { break }
      if byte & 0xC0 == 0x80 { continuations &+= 1 }
      union |= byte
      count &+= 1
    }
    bytes = UnsafeBufferPointer(rebasing: source[..<count])
    (characters, isASCII) = (count - continuations, union < 0x80)
  }
}
