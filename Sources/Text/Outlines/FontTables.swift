import CHarfBuzz

/// The tables of a font file (OpenType 1.9), numbers read where they are.
struct FontTables {
  private let face: OpaquePointer

  init(_ face: OpaquePointer) { self.face = face }

  /// The bytes of a table; empty where the font has none of that name.
  subscript(_ name: String) -> [UInt8] {
    let blob = hb_face_reference_table(face, tally_hb_tag(name))
    defer { hb_blob_destroy(blob) }
    var count: UInt32 = 0
    guard let bytes = hb_blob_get_data(blob, &count) else { return [] }
    return bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      Array(UnsafeBufferPointer(start: $0, count: Int(count)))
    }
  }
}

extension [UInt8] {
  /// The unsigned number of two bytes at an offset; nil where the table ends before.
  func word(at offset: Int) -> Int? {
    guard offset + 1 < count else { return nil }
    return Int(self[offset]) << 8 | Int(self[offset + 1])
  }

  /// The signed number of two bytes at an offset.
  func signedWord(at offset: Int) -> Int? {
    word(at: offset).map { Int(Int16(truncatingIfNeeded: $0)) }
  }
}
