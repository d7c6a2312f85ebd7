import Diagnostics
import Tabular

/// A row of a batch on its way to the manifest: its label, or why it has none.
struct BatchRow: Sendable {
  /// A label that is drawn and packed.
  struct Picture: Sendable {
    /// Names without folder, one a copy.
    let files: [String]
    let png: [UInt8]
    /// Of the picture's bytes, in lower-case hexadecimal.
    let sha256: String
    let codes: [LabelCode]
    /// Whether it was decoded again; nil where no reader knows its codes, or none was asked.
    let verified: Bool?
  }

  /// From 1, without the header.
  let row: Int
  /// Of the table's file, from 1.
  let line: Int
  private(set) var outcome: Result<Picture, LabelFault>

  /// A row that was read, with the label that came of it.
  init(_ row: TableRow, _ outcome: Result<Picture, LabelFault>) {
    (self.row, line) = (row.number, row.line)
    self.outcome = outcome.mapError { $0.inRow(row.number, line: row.line) }
  }

  /// A row that couldn't be read.
  init(_ fault: TableFault) {
    (row, line) = (fault.row ?? 0, fault.line ?? 0)
    outcome = .failure(LabelFault(code: fault.code, message: fault.message))
  }

  /// Takes the row's files, or refuses the row where another has one of them.
  mutating func claimFiles(_ claims: inout FileClaims) {
    guard case .success(let picture) = outcome else { return }
    for file in picture.files {
      guard let first = claims.claim(file, row: row) else { continue }
      let fault = LabelFault(
        code: "label.file-taken",
        message: first == row
          ? "two copies would both be written to \(SafeText.quoted(file))."
          : "the file \(SafeText.quoted(file)) is already that of row \(first).")
      outcome = .failure(fault.inRow(row, line: line))
      return
    }
  }
}

extension LabelFault {
  fileprivate func inRow(_ row: Int, line: Int) -> LabelFault {
    LabelFault(code: code, message: "row \(row) (line \(line)): \(message)")
  }
}
