import CFreeType

/// The owner of a FreeType library: faces of one library may be used by one thread at a time.
final class FreeTypeLibrary {
  private let handle: FT_Library

  init() throws(FontFault) {
    var handle: FT_Library?
    guard FT_Init_FreeType(&handle) == 0, let handle else {
      throw FontFault(code: "font.unreadable", message: "FreeType can't be started.")
    }
    self.handle = handle
  }

  deinit { FT_Done_FreeType(handle) }

  /// Opens a face; who gets it must give it back with `FT_Done_Face`, before this library ends.
  func open(_ file: FontFile) throws(FontFault) -> FT_Face {
    var face: FT_Face?
    guard let bytes = FontBytes.of(file.path),
      FT_New_Memory_Face(
        handle, bytes.start.assumingMemoryBound(to: FT_Byte.self), FT_Long(bytes.count),
        FT_Long(file.faceIndex), &face) == 0, let face
    else {
      throw FontFault(
        code: "font.unreadable", message: "The font file \(file.path) can't be read.")
    }
    return face
  }
}
