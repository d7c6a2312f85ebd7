import Diagnostics
import Storage

/// The crops, inside a transaction.
struct CropTable {
  let connection: Connection

  /// Keeps a crop, unless it is here already.
  func keep(_ crop: Crop) throws {
    try connection.execute(
      """
      INSERT INTO crops (hash, png) VALUES (\(crop.hash), \(crop.png)) ON CONFLICT DO NOTHING
      """)
  }

  func crop(_ hash: String) throws -> Crop? {
    try connection.first("SELECT png FROM crops WHERE hash = \(hash)") {
      Crop(png: try $0.blob(0))
    }
  }
}

extension LedgerStore {
  /// The crop of a hash (`sha256:…`); nil where the ledger keeps none.
  ///
  /// - Throws: `LedgerFault` `ledger.damaged` where the bytes aren't those of the hash.
  package func crop(_ hash: String) throws -> Crop? {
    guard let crop = try database.read({ try CropTable(connection: $0).crop(hash) }) else {
      return nil
    }
    guard crop.hash == hash else {
      throw LedgerFault(
        code: "ledger.damaged",
        message: "The crop \(SafeText.terminal(hash)) is not what its hash says: it was changed.")
    }
    return crop
  }
}
