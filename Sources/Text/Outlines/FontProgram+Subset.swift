import CHarfBuzz
import Diagnostics

extension FontProgram {
  /// What a document needs of a font whose glyphs it names by number: outlines and widths.
  private static let dropped = [
    "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "kern", "morx", "mort", "kerx", "feat", "trak",
    "name", "post", "OS/2", "cmap", "DSIG", "gasp", "hdmx", "VDMX", "LTSH", "PCLT", "meta", "vhea",
    "vmtx", "VORG", "fvar", "gvar", "avar", "HVAR", "VVAR", "MVAR", "STAT", "cvar", "FFTM", "COLR",
    "CPAL", "SVG ", "CBDT", "CBLC", "sbix", "EBDT", "EBLC", "EBSC",
  ]

  /// The font with only some glyphs, which keep their numbers.
  ///
  /// The same glyphs give the same bytes. Hints are left out: they are for screens of few dots.
  /// - Throws: `font.not-embeddable` where HarfBuzz can't make sense of the font.
  package func subset(_ glyphs: some Sequence<UInt32>) throws(FontFault) -> [UInt8] {
    guard let input = hb_subset_input_create_or_fail() else { throw outOfMemory }
    defer { hb_subset_input_destroy(input) }
    let flags = HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue
    hb_subset_input_set_flags(input, flags)
    let wanted = hb_subset_input_glyph_set(input)
    hb_set_add(wanted, 0)
    for glyph in glyphs { hb_set_add(wanted, glyph) }
    let drops = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for name in Self.dropped { hb_set_add(drops, tally_hb_tag(name)) }
    guard let subset = hb_subset_or_fail(face, input) else {
      throw FontFault(
        code: "font.not-embeddable",
        message: "The font file \(SafeText.terminal(file.path)) can't be put into a PDF: HarfBuzz "
          + "makes no subset of it. Take another font.")
    }
    defer { hb_face_destroy(subset) }
    return Self.bytes(of: subset)
  }

  private static func bytes(of face: OpaquePointer) -> [UInt8] {
    let blob = hb_face_reference_blob(face)
    defer { hb_blob_destroy(blob) }
    var count: UInt32 = 0
    guard let bytes = hb_blob_get_data(blob, &count) else { return [] }
    return bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      Array(UnsafeBufferPointer(start: $0, count: Int(count)))
    }
  }

  private var outOfMemory: FontFault {
    FontFault(code: "font.unreadable", message: "HarfBuzz is out of memory.")
  }
}
