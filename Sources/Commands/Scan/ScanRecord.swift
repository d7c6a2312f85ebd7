import Barcodes
import Foundation
import Imaging
import Scanning

/// The NDJSON line of a picture: the contract of `tally scan` (docs/CLI.md).
struct ScanRecord: Encodable {
  private let scan: ImageScan

  init(_ scan: ImageScan) { self.scan = scan }

  private enum CodingKeys: String, CodingKey {
    case path, sha256, width, height, pages, ms, symbols, error
    case pagesLeftOut = "pages_left_out"
  }

  private struct Failure: Encodable {
    let code: String
    let message: String
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(scan.path, forKey: .path)
    try values.encode(scan.sha256.isEmpty ? nil : scan.sha256, forKey: .sha256)
    try values.encode(scan.width, forKey: .width)
    try values.encode(scan.height, forKey: .height)
    if scan.pages > 1 {
      try values.encode(scan.pages, forKey: .pages)
      try values.encode(scan.pagesLeftOut, forKey: .pagesLeftOut)
    }
    try values.encode((scan.milliseconds * 100).rounded() / 100, forKey: .ms)
    try values.encode(scan.symbols.map(SymbolRecord.init), forKey: .symbols)
    try values.encode(
      scan.fault.map { Failure(code: $0.code, message: $0.message) }, forKey: .error)
  }
}

/// A symbol in that line.
private struct SymbolRecord: Encodable {
  let symbol: ScannedSymbol

  private enum CodingKeys: String, CodingKey {
    case symbology, identifier, text, payload, bytes, polygon, orientation, quality, engine, pass
    case valid, weak, gs1, problems, page
  }

  private struct Element: Encodable {
    let ai: String
    let title: String
    let value: String
  }

  private struct Problem: Encodable {
    let code: String
    let message: String
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(symbol.symbology.rawValue, forKey: .symbology)
    try values.encode(symbol.identifier, forKey: .identifier)
    try values.encode(symbol.text, forKey: .text)
    try values.encode(symbol.payload, forKey: .payload)
    try values.encodeIfPresent(symbol.bytes.map { Data($0).base64EncodedString() }, forKey: .bytes)
    try values.encode(symbol.polygon.map { [$0.x, $0.y] }, forKey: .polygon)
    try values.encode(symbol.orientation, forKey: .orientation)
    try values.encode(symbol.quality, forKey: .quality)
    try values.encode(symbol.engine, forKey: .engine)
    try values.encode(symbol.pass, forKey: .pass)
    try values.encode(symbol.valid, forKey: .valid)
    try values.encode(symbol.weak, forKey: .weak)
    try values.encodeIfPresent(symbol.page, forKey: .page)
    try values.encode(
      symbol.gs1.map { Element(ai: $0.ai, title: $0.title, value: $0.value) }, forKey: .gs1)
    try values.encode(
      symbol.problems.map { Problem(code: $0.code, message: $0.message) }, forKey: .problems)
  }
}
