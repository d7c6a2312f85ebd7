import Crypto
import Diagnostics
import Foundation

/// The file that `tally ledger export` writes (docs/LEDGER.md): the log, signed checkpoints,
/// crops and fixed reports, as one JSON object a line.
///
/// An entry's line is the bytes that are hashed. After each 64 entries, and after the last, a line
/// has their hashes, so that damage is found where it is and not only in the root.
package enum LogExport {
  /// The number changes with the form.
  static let form = "tallymark-ledger-1"
  static let formStart = "tallymark-ledger-"
  static let entriesOfLeaves = 64

  /// The first line.
  struct Header: Codable {
    let export: String
    /// The public key of the ledger.
    let key: String
    /// Signed notes: the first that the ledger made, and one of the log that follows.
    let checkpoints: [String]
    let entries: Int
    let crops: Int
    let reports: Int
    /// Of a ledger that was made of an exported one.
    let predecessors: [LogPredecessor]?
  }

  /// Hashes of the entries before this line that no such line has yet, in base64.
  struct Leaves: Codable {
    let leaves: String
  }

  /// A crop: its name, and its bytes in base64.
  struct Picture: Codable {
    let crop: String
    let png: String
  }

  /// The report of a stocktake that was closed: its hash, and its JSON as it was fixed.
  struct Report: Codable {
    let report: String
    let text: String
  }

  /// The last line.
  struct End: Codable {
    let end: String
  }

  /// What a file has.
  package struct Summary: Sendable, Equatable, Codable {
    package let entries: Int
    package let crops: Int
    package let reports: Int
    /// Over the entries, in base64.
    package let root: String
  }
}

extension LogExport.Report {
  /// Whether the text is the one whose hash is kept: of the report with an empty hash in it.
  var isAsFixed: Bool {
    var fixed = Data(text.utf8)
    guard let place = fixed.range(of: Data("\"hash\":\"\(report)\"".utf8)) else { return false }
    fixed.replaceSubrange(place, with: Data("\"hash\":\"\"".utf8))
    return "sha256:" + Hex.text(SHA256.hash(data: fixed)) == report
  }
}
