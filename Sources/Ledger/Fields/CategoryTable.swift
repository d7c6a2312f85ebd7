import Storage

/// The categories, each in its first writing, inside a transaction.
///
/// A category is made by the first asset that has it.
struct CategoryTable {
  let connection: Connection

  /// The writing of a category that is kept: the first one, else this one as it would be kept.
  func writing(of name: String) throws -> String {
    NameKey.of(name).isEmpty ? "" : try find(NameKey.of(name)) ?? name
  }

  /// The writing that is kept of the category with a key; nil where there is none.
  func find(_ key: String) throws -> String? {
    try connection.first("SELECT name FROM categories WHERE name_key = \(key)") { try $0.text(0) }
  }

  /// The same; a category that is new is kept from the entry `seq` on.
  func kept(_ name: String, seq: Int) throws -> String {
    let key = NameKey.of(name)
    guard !key.isEmpty else { return "" }
    if let known = try find(key) { return known }
    try connection.execute(
      "INSERT INTO categories (name_key, name, seq) VALUES (\(key), \(name), \(seq))")
    return name
  }
}

extension LedgerStore {
  /// The writing in which a category is kept: that of its first use.
  package func writing(ofCategory name: String) throws -> String {
    try database.read { try CategoryTable(connection: $0).writing(of: name) }
  }
}
