/// Fonts, opened once and kept with their rendered glyphs.
///
/// An engine is for one thread at a time, as FreeType is: each worker of a batch has its own.
package final class TextEngine {
  private let library: FreeTypeLibrary
  private var files: [FontRequest: FontFile] = [:]
  /// A few: found sooner by looking through them than by a hash of a request.
  private var fonts: [Font] = []

  package init() throws(FontFault) { library = try FreeTypeLibrary() }

  /// A font at a size in dots.
  ///
  /// - Throws: `font.missing` where it isn't installed, `font.unreadable`.
  package func font(_ request: FontRequest, size: Int) throws(FontFault) -> Font {
    for font in fonts where font.size == size && font.request == request { return font }
    var files: [FontFile] = []
    for one in request.each { files.append(try file(of: one, isFallback: !files.isEmpty)) }
    let font = try Font(request, files: files, size: size, library: library)
    fonts.append(font)
    return font
  }

  /// A fallback comes in the style that it has: few families beside the Latin ones have an italic.
  private func file(of request: FontRequest, isFallback: Bool) throws(FontFault) -> FontFile {
    if let file = files[request] { return file }
    let file =
      if isFallback, let plain = try? FontLibrary.find(request) {
        plain
      } else {
        try FontLibrary.find(isFallback ? FontRequest(family: request.family) : request)
      }
    files[request] = file
    return file
  }
}
