import Diagnostics
import Inventory
import Storage

/// What was looked up about assets in one transaction.
///
/// An import asks the same for a thousand assets. Nothing of this can become wrong in the transaction:
/// categories are only added, numbers only grow, and `BooksMemory` forgets what an event of another
/// kind could change.
final class AssetMemory {
  private var insertions: AssetInsertions?
  private var shapes: Set<String> = []
  /// By the keys of their names.
  private var categories: [String: String] = [:]
  private var nextNumber: Int?
  /// Assets that were looked up by tag ahead of their turn; each is handed out once.
  private var ahead: [String: AssetTable.Stored?] = [:]
  /// Locations that take assets.
  private var open: Set<ObjectID> = []
  /// Names of fields, and the categories whose assets must have them.
  private var required: [(name: String, category: String)]?

  func forgetLocations() { open.removeAll(keepingCapacity: true) }
  func forgetFields() { required = nil }

  /// Puts a new asset into the books.
  func insert(
    _ asset: AssetTable.Stored, codes: [AssetCode], fields: [String: String], seq: Int,
    at time: Int, _ connection: Connection
  ) throws {
    let insertions = try insertions ?? AssetInsertions(connection)
    self.insertions = insertions
    try insertions.insert(asset, codes: codes, fields: fields, seq: seq, at: time)
    let shape = TagShape.of(asset.tag)
    if shapes.insert(shape).inserted { try insertions.insert(shape: shape) }
    nextNumber = max(nextNumber ?? 0, asset.number + 1)
  }

  /// The writing in which a category is kept, from this entry on where it is new.
  func category(_ name: String, _ books: Books) throws -> String {
    let key = NameKey.of(name)
    if let known = categories[key] { return known }
    let kept = try CategoryTable(connection: books.connection).kept(name, seq: books.seq)
    categories[key] = kept
    return kept
  }

  /// The writing of a category that is kept: the first one, else this one.
  func writing(of name: String, _ connection: Connection) throws -> String {
    let key = NameKey.of(name)
    if let known = categories[key] { return known }
    guard !key.isEmpty else { return "" }
    categories[key] = try CategoryTable(connection: connection).find(key)
    return categories[key] ?? name
  }

  /// The number of the next new asset.
  func number(_ connection: Connection) throws -> Int {
    try nextNumber ?? AssetTable(connection: connection).nextNumber()
  }

  /// Looks up assets that will be asked for, each before anything changes it.
  func lookUp(tags: [String], _ connection: Connection) throws {
    ahead = try AssetTable(connection: connection).find(tags: tags)
  }

  func find(tag: String, _ connection: Connection) throws -> AssetTable.Stored? {
    if let known = ahead.removeValue(forKey: tag.composed) { return known }
    return try AssetTable(connection: connection).find(tag: tag)
  }

  /// Refuses a location that is closed, or lies in a closed one.
  func refuseClosed(_ location: ObjectID, _ connection: Connection) throws {
    guard !open.contains(location) else { return }
    try LocationTable(connection: connection).refuseClosed(location)
    open.insert(location)
  }

  /// The names of the fields that assets of a category must have.
  func requiredFields(of categoryKey: String, _ connection: Connection) throws -> [String] {
    let all = try required ?? CustomFieldTable(connection: connection).required()
    required = all
    return all.filter { $0.category == categoryKey }.map(\.name)
  }
}
