import Barcodes
import Crypto
import Diagnostics
import Imaging
import Tabular

/// Makes the pictures of a batch, one row after the other.
struct BatchWorker {
  let renderer: LabelRenderer
  let copies: Int
  let verifier: LabelBatch.Verifier?

  /// The row's label, or why it has none.
  func work(_ row: Result<TableRow, TableFault>) -> BatchRow {
    switch row {
    case .failure(let fault): return BatchRow(fault)
    case .success(let row):
      do throws(LabelFault) {
        return BatchRow(row, .success(try picture(of: row)))
      } catch {
        return BatchRow(row, .failure(error))
      }
    }
  }

  private func picture(of row: TableRow) throws(LabelFault) -> BatchRow.Picture {
    let template = renderer.template
    let values = try renderer.resolve(row)
    let name = try template.fileName.resolve(values)
    var files: [String] = []
    for copy in 1...copies { files.append(try FileName.safe(name, copy: copy)) }
    let arranged = try renderer.arrange(values)
    let label = RenderedLabel(bitmap: renderer.bitmap(of: arranged), codes: arranged.codes)
    let verified = try verify(label)
    let png = PNGWriter.encode(label.bitmap, dpi: Double(template.dpi))
    return BatchRow.Picture(
      files: files, png: png, sha256: Hex.text(SHA256.hash(data: png)),
      codes: label.codes, verified: verified)
  }

  private func verify(_ label: RenderedLabel) throws(LabelFault) -> Bool? {
    guard let verifier else { return nil }
    let verified: Bool?
    do {
      verified = try verifier(label.bitmap, label.codes)
    } catch {
      throw .unverified("the label can't be read again: \(error)")
    }
    guard verified != false else {
      let codes = label.codes.map { "\($0.symbology.rawValue) \(SafeText.quoted($0.text))" }
      throw .unverified("not all of its codes came back: \(codes.joined(separator: ", ")).")
    }
    return verified
  }
}

extension LabelFault {
  static let unverifiedCode = "label.unverified"

  fileprivate static func unverified(_ message: String) -> LabelFault {
    LabelFault(code: unverifiedCode, message: message)
  }
}
