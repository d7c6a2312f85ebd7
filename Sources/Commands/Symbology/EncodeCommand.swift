import ArgumentParser
import Barcodes
import Diagnostics
import Imaging
import Labels

/// `tally encode`.
struct EncodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encode", abstract: "Makes one symbol.",
    discussion: """
      TEXT - reads one text a line and prints one symbol a line (rows joined by |); a text that \
      can't be encoded becomes “! CODE message”.

        tally encode qr-code https://example.org --format utf8
        tally encode code-128 AST-000017 --format png --out tag.png
        tally encode ean-13 400638133393 --format svg > ean.svg
        tally encode code-128 - --format modules < texts.txt
      """)

  @Argument(help: "A name from tally symbologies.")
  var symbology: String

  @Argument(help: "The text, or - for one text a line on standard input.")
  var text: String

  @Option(help: "png, svg, modules or utf8 (default: utf8; modules for texts from standard input).")
  var format: Format?

  @Option(help: "Write to a file (default: standard output).")
  var out: String?

  @Option(help: "Printer dots a module, for png and svg.")
  var module = 4

  @Option(help: "Printer dots an inch, for png and svg.")
  var dpi = 300

  @Flag(help: "Leave the human readable interpretation out.")
  var noHri = false

  @Option(name: .customLong("ec"), help: "Error correction of QR Code: L, M, Q or H.")
  var errorCorrection: EncodingOptions.ErrorCorrection = .medium

  @Option(help: "Outline of Data Matrix: square, rectangle or smallest.")
  var shape: EncodingOptions.MatrixShape = .square

  @Flag(
    name: .customLong("fnc4"),
    help: "Let Code 128 write Latin-1 with FNC4, which many readers ignore.")
  var allowsFNC4 = false

  @Flag(
    name: .customLong("full-ascii"),
    help: "Let Code 39 write all of ASCII as pairs, which readers have to be told of.")
  var allowsFullASCII = false

  @Flag(help: "Let QR Code write kanji in kanji mode: smaller, but Shift JIS.")
  var kanji = false

  @Option(help: "Modules of a wide bar or space of Code 39, Codabar and ITF: 2 or 3.")
  var wide: UInt8?

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case png, svg, modules, utf8
  }

  func validate() throws {
    guard (1...100).contains(module) else {
      throw ValidationError("--module must be 1 to 100 dots.")
    }
    guard (2...3).contains(wide ?? 2) else { throw ValidationError("--wide must be 2 or 3.") }
    guard (72...2400).contains(dpi) else { throw ValidationError("--dpi must be 72 to 2400.") }
    if text == "-", let format, format == .png || format == .svg {
      throw ValidationError("Texts from standard input go with --format modules or utf8.")
    }
  }

  func run() throws {
    let symbology = try Symbology.named(symbology)
    guard text == "-" else { return try write(try encoded(text, symbology)) }
    var refused = 0
    while let line = readLine() {
      do {
        StandardOutput.line(lineText(try encoded(line, symbology)))
      } catch let fault as EncodingFault {
        refused += 1
        StandardOutput.line("! \(fault.code) \(fault.message)")
      }
    }
    if refused > 0 { throw ExitStatus.doneWithNo.code }
  }

  private func encoded(_ text: String, _ symbology: Symbology) throws -> Symbol {
    try SymbolEncoder.encode(
      text, as: symbology,
      options: EncodingOptions(
        errorCorrection: errorCorrection, allowsFNC4: allowsFNC4,
        allowsFullASCII: allowsFullASCII, wideToNarrow: wide, shape: shape,
        qrCode: QRCodeOptions(allowsKanji: kanji)))
  }

  private func lineText(_ symbol: Symbol) -> String {
    format == .utf8 ? symbol.blockArt() : symbol.moduleRows.joined(separator: "|")
  }

  private func write(_ symbol: Symbol) throws {
    let bytes: [UInt8]
    switch format ?? .utf8 {
    case .png:
      let bitmap = try SymbolBitmap.draw(symbol, module: module, dpi: dpi, hri: !noHri)
      bytes = PNGWriter.encode(bitmap, dpi: Double(dpi))
    case .svg:
      let millimetres = Double(module) * 25.4 / Double(dpi)
      bytes = Array(symbol.svg(xDimension: millimetres, interpretation: !noHri).utf8)
    case .modules: bytes = Array((symbol.moduleRows.joined(separator: "\n") + "\n").utf8)
    case .utf8: bytes = Array((symbol.blockArt() + "\n").utf8)
    }
    guard let out, out != "-" else { return StandardOutput.bytes(bytes) }
    try OutputFile.write(bytes, to: out)
  }
}
