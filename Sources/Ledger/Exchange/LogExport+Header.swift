import Diagnostics
import Foundation

extension LogExport.Header {
  /// The form of a file, whatever else stands in its first line.
  private struct Form: Decodable {
    let export: String
  }

  /// Reads the first line of a file.
  ///
  /// - Parameter name: of the file, for messages.
  /// - Throws: `LedgerFault` `export.form`, `export.newer`, `export.damaged`.
  init(line: UnsafeRawBufferPointer, of name: String) throws(LedgerFault) {
    let (data, decoder) = (Data(line), JSONDecoder())
    if let header = try? decoder.decode(Self.self, from: data), header.export == LogExport.form {
      self = header
      return
    }
    let form = (try? decoder.decode(Form.self, from: data))?.export
    if form == LogExport.form {
      throw LedgerFault(
        code: "export.damaged",
        message: "The file is damaged: line 1: it isn't what “\(LogExport.form)” begins with.")
    }
    if let form, form.hasPrefix(LogExport.formStart),
      let number = Int(form.dropFirst(LogExport.formStart.count)), number > 1
    {
      throw LedgerFault(
        code: "export.newer",
        message: "\(name) was exported by a newer program: its form is \(SafeText.quoted(form)), "
          + "this program knows “\(LogExport.form)”. Use the newer program.")
    }
    throw Self.unknown(name, isCompressed: Array(line.prefix(2)) == [0x1F, 0x8B])
  }

  /// A file that isn't one.
  static func unknown(_ name: String, isCompressed: Bool = false) -> LedgerFault {
    LedgerFault(
      code: "export.form",
      message: isCompressed
        ? "\(name) is compressed by gzip; unpack it first (gunzip)."
        : "\(name) is no exported ledger: its first line must say “\(LogExport.form)” "
          + "(tally ledger export).")
  }

  /// The checkpoints of the file's ledger and of those before it, each signed by its key.
  ///
  /// - Throws: `LedgerFault` `note.unsigned` and what else isn't right with a note; `export.damaged`
  ///   where none is of the whole log, or one of more than that.
  func opened(with key: VerifierKey) throws(LedgerFault) -> [Checkpoint] {
    var own: [Checkpoint] = []
    for note in checkpoints { own.append(try Checkpoint.opening(note, with: key)) }
    var all = own
    for predecessor in predecessors ?? [] { all += try predecessor.opened() }
    guard own.contains(where: { $0.size == entries }), all.allSatisfy({ $0.size <= entries }) else {
      throw LedgerFault(
        code: "export.damaged",
        message: "The file is damaged: line 1: no checkpoint is of the \(entries) entries that "
          + "were exported, or one is of more.")
    }
    return all
  }
}
