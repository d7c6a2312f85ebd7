import Barcodes
import Foundation
import TestSupport

/// zbarimg as a reader that isn't ours.
enum ZBarImage {
  static let program = Program.tool("zbarimg")

  /// What zbarimg reads of each symbol, an image a symbol; nil where it reads nothing.
  static func read(_ symbols: [Symbol], as type: String) throws -> [[UInt8]?] {
    let folder = try TemporaryFolder()
    var read: [[UInt8]?] = []
    for start in stride(from: 0, to: symbols.count, by: imagesPerRun) {
      let some = symbols[start..<min(start + imagesPerRun, symbols.count)]
      let names = try some.indices.map { index in
        try folder.write("\(index).pgm", picture(symbols[index]))
        return "\(index).pgm"
      }
      let arguments = ["-q", "--nodbus", "--xml", "-Sdisable", "-S\(type).enable"] + names
      let result = try program!.run(arguments, in: folder.path)
      let byName = sources(result.output)
      read += names.map { byName[$0] }
    }
    return read
  }

  /// The text that zbarimg reads of each QR Code, a line a symbol; what it can't read is left out.
  static func readLines(_ symbols: [Symbol]) throws -> [String] {
    let folder = try TemporaryFolder()
    let names = try symbols.indices.map { index in
      try folder.write("\(index).pgm", picture(symbols[index]))
      return "\(index).pgm"
    }
    let arguments = ["-q", "--nodbus", "--raw", "-Sdisable", "-Sqrcode.enable"] + names
    return try program!.run(arguments, in: folder.path).lines
  }

  /// The raw bytes that zbarimg reads of one QR Code, without a guess at their charset.
  static func readRaw(_ symbol: Symbol) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try folder.write("a.pgm", picture(symbol))
    let arguments = ["-q", "--nodbus", "--raw", "--oneshot", "-Sbinary", "a.pgm"]
    return Array(try program!.run(arguments, in: folder.path).output.utf8)
  }

  private static let imagesPerRun = 1000
  private static let scale = 2
  private static let linearRows = 4

  /// A binary PGM (P5) with a quiet zone of ten modules.
  private static func picture(_ symbol: Symbol) -> [UInt8] {
    let zone = String(repeating: "0", count: 10)
    let rows = symbol.moduleRows.map { zone + $0 + zone }
    let blank = String(repeating: "0", count: rows[0].count)
    let margin = Array(repeating: blank, count: 10)
    let all =
      rows.count == 1 ? Array(repeating: rows[0], count: linearRows) : margin + rows + margin
    var bytes = Array("P5 \(blank.count * scale) \(all.count * scale) 255\n".utf8)
    for row in all {
      let line = row.utf8.flatMap { module in
        Array(repeating: module == UInt8(ascii: "1") ? 0 : 255 as UInt8, count: scale)
      }
      for _ in 0..<scale { bytes += line }
    }
    return bytes
  }

  /// The first symbol of each `<source>`; zbarimg writes binary content in base64.
  private static func sources(_ xml: String) -> [String: [UInt8]] {
    var content: [String: [UInt8]] = [:]
    for source in xml.components(separatedBy: "<source href='").dropFirst() {
      let name = String(source.prefix { $0 != "'" })
      let data = source.components(separatedBy: "<data").dropFirst().first
      guard let data = data?.components(separatedBy: "</data>").first else { continue }
      let body = data.components(separatedBy: "<![CDATA[").last?.components(separatedBy: "]]>")[0]
      guard data.contains("format='base64'"), let body else {
        content[name] = body.map { Array($0.utf8) }
        continue
      }
      content[name] = Data(base64Encoded: body, options: .ignoreUnknownCharacters).map(Array.init)
    }
    return content
  }
}
