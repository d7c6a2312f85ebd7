/// A field of an asset that edits change, each by itself.
enum AssetField: Hashable {
  case name, category, make, model, serial, custodian, condition
  /// One of the ledger's own fields, by its name.
  case custom(String)

  /// As a column keeps it: a custom field can't be taken for another.
  var key: String {
    switch self {
    case .custom(let name): "field:" + NameKey.of(name)
    default: "\(self)"
    }
  }

  /// The fields that an edit from a device may set, by the names it uses; all other names are custom
  /// fields.
  static let own: [String: AssetField] = [
    "name": .name, "category": .category, "make": .make, "model": .model, "serial": .serial,
    "condition": .condition,
  ]
}

extension AssetTable.Stored {
  /// A field of the asset's own row; nil for a custom one.
  subscript(field: AssetField) -> String? {
    get { Self.path(field).map { self[keyPath: $0] } }
    set {
      guard let path = Self.path(field), let newValue else { return }
      self[keyPath: path] = newValue
    }
  }

  private static func path(_ field: AssetField) -> WritableKeyPath<Self, String>? {
    switch field {
    case .name: \.name
    case .category: \.category
    case .make: \.make
    case .model: \.model
    case .serial: \.serial
    case .custodian: \.custodian
    case .condition: \.condition
    case .custom: nil
    }
  }
}
