import Diagnostics
import Foundation
import GRDB

extension StorageFault {
  static func missing(_ path: String) -> StorageFault {
    StorageFault(
      code: "ledger.missing",
      message: "There is no ledger at \(SafeText.terminal(path)). Name one with --ledger (or "
        + "TALLY_LEDGER); tally asset import makes a new one.")
  }

  static func notALedger(_ path: String) -> StorageFault {
    StorageFault(
      code: "ledger.not-a-ledger",
      message:
        "\(SafeText.terminal(path)) is not a ledger, and no file of SQLite. Give the path of "
        + "a ledger.")
  }

  /// What an error of SQLite means to whoever named a file.
  init(_ error: DatabaseError, opening path: String) {
    let name = SafeText.terminal(path)
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notALedger(path)
    case .SQLITE_CORRUPT:
      self.init(
        code: "ledger.damaged",
        message: "The ledger \(name) is damaged, or was cut off. Restore it from a backup.")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      self.init(
        code: "ledger.unreadable", message: "The ledger \(name) can't be opened: \(Self.why(path))."
      )
    default: self.init(error)
    }
  }

  /// Why a file can't be opened, as far as a look at it tells.
  private static func why(_ path: String) -> String {
    let files = FileManager.default
    // As it was named; NSString's own way ends the program on a path of one letter.
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    var isFolder: ObjCBool = false
    if files.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue { return "it is a folder" }
      if !files.isReadableFile(atPath: path) { return "this account may not read it" }
      return
        "this account may not write to it or to its folder, which those who only read must, too"
    }
    return folder.isEmpty || files.fileExists(atPath: folder)
      ? "this account may not make it there, or the disk doesn't allow it"
      : "there is no folder \(SafeText.terminal(folder))"
  }
}
