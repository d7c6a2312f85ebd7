/// What the log keeps of a new asset.
struct AssetCreation: Encodable {
  let id: String
  let number: Int
  let tag, name, category, make, model, serial, status: String
  let location: String?
  let custodian: String
  let codes: [CodePayload]
}

/// What the log keeps of a change that leaves the asset where it is.
struct AssetEdit: Encodable {
  let id: String
  let name, category, make, model, serial, custodian: String
  /// Codes that were added.
  let codes: [CodePayload]
}

/// What the log keeps of a change of location or status; nil where it stayed.
struct AssetMove: Encodable {
  let id: String
  let location: String?
  let status: String?
}

struct CodePayload: Encodable {
  let code: String
  let kind: String
}
