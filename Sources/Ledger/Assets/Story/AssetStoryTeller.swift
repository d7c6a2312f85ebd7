import Inventory
import Storage

/// Tells entries about one asset, each against the state that the ones before left.
struct AssetStoryTeller {
  private(set) var lines: [AssetStory.Line] = []
  /// What was said of each field last, by name.
  private var state: [String: String] = [:]
  /// Whether somebody was given the asset, and didn't give it back.
  private var isGiven = false
  private let connection: Connection
  /// Fields of edits that came too late, by the numbers of their entries.
  private var lost: [Int: Set<String>] = [:]

  init(_ connection: Connection, asset: Int) throws {
    self.connection = connection
    try connection.forEach("SELECT seq, field FROM edit_conflicts WHERE asset_number = \(asset)") {
      lost[try $0.int(0), default: []].insert(try $0.text(1))
    }
  }

  /// Entries come in the order of the log.
  mutating func take(_ entry: AssetEntry) throws {
    func payload<Payload: Decodable>(_ type: Payload.Type) throws -> Payload {
      try CanonicalJSON.value(type, entry.payload)
    }
    switch EntryKind(rawValue: entry.kind) {
    case .assetCreated: try tell(try payload(AssetCreation.self), entry)
    case .assetEdited: try tell(try payload(AssetEdit.self), entry)
    case .assetMoved: tell(try payload(AssetMove.self), entry)
    case .assetStatusChanged: tell(try payload(AssetStatusChange.self), entry)
    case .assetAssigned: tell(try payload(AssetAssignment.self).custody, "assigned it", entry)
    case .assetTransferred:
      tell(try payload(AssetTransfer.self).custody, "handed it over", entry)
    case .assetReturned: tell(try payload(AssetReturn.self), entry)
    case .assetVerified:
      let verification = try payload(AssetVerification.self)
      add(entry, "saw it" + (verification.location.map { " in \($0)" } ?? ""), verification.note)
    default: add(entry, entry.kind, nil)
    }
  }

  /// What was said of a field last; empty for nothing.
  func value(of field: String) -> String { state[field, default: ""] }

  func isLost(_ field: AssetField, _ seq: Int) -> Bool { lost[seq]?.contains(field.key) == true }

  /// Keeps a line; what it changed is what `sets` says and the state doesn't.
  mutating func add(
    _ entry: AssetEntry, _ text: String, _ note: String?, _ sets: [(String, String)] = []
  ) {
    var changes: [AssetStory.FieldChange] = []
    for (field, value) in sets where state[field, default: ""] != value {
      changes.append(.init(field: field, from: state[field, default: ""], to: value))
      state[field] = value
    }
    lines.append(
      AssetStory.Line(
        at: Timestamp.text(entry.at), kind: entry.kind, seq: entry.seq, by: entry.by.name,
        device: entry.by.device, text: text, changes: changes, note: note))
  }

  // MARK: Kinds

  private mutating func tell(_ made: AssetCreation, _ entry: AssetEntry) throws {
    let place = made.location ?? ""
    add(
      entry, "made it, \(made.status.words)" + (place.isEmpty ? "" : ", in \(place)"), nil,
      [
        ("name", made.name), ("category", try writing(ofCategory: made.category)),
        ("make", made.make),
        ("model", made.model), ("serial", made.serial), ("status", made.status.rawValue),
        ("location", place), ("custodian", made.custodian), ("condition", made.condition ?? ""),
      ] + (made.fields ?? [:]).sorted { $0.key < $1.key })
  }

  private mutating func tell(_ move: AssetMove, _ entry: AssetEntry) {
    let (from, status) = (state["location", default: ""], state["status", default: ""])
    var parts: [String] = []
    if let to = move.location { parts.append("moved it" + Self.way(from, to)) }
    if let new = move.status {
      parts.append("changed its status from \(status) to \(new.rawValue)")
    }
    add(
      entry, parts.joined(separator: " and "), move.note,
      [("location", move.location ?? from), ("status", move.status?.rawValue ?? status)])
  }

  private mutating func tell(_ change: AssetStatusChange, _ entry: AssetEntry) {
    let old = state["status", default: ""]
    let isHeld = isGiven || AssetStatus(rawValue: old)?.meansHeld == true
    let isEnd = change.status.endsCustody && isHeld
    if isEnd { isGiven = false }
    add(
      entry, "changed its status from \(old) to \(change.status.rawValue)", change.note,
      [("status", change.status.rawValue)] + (isEnd ? [("custodian", ""), ("due", "")] : []))
  }

  private mutating func tell(_ custody: Custody, _ verb: String, _ entry: AssetEntry) {
    let from = state["custodian", default: ""]
    isGiven = true
    let way =
      verb == "assigned it" || from.isEmpty
      ? " to \(custody.custodian)" : Self.way(from, custody.custodian)
    add(
      entry, verb + way + (custody.due.map { " until \($0)" } ?? ""), custody.note,
      [
        ("status", verb == "assigned it" ? "assigned" : state["status", default: ""]),
        ("custodian", custody.custodian), ("due", custody.due ?? ""),
        ("location", custody.location ?? state["location", default: ""]),
      ])
  }

  private mutating func tell(_ back: AssetReturn, _ entry: AssetEntry) {
    let from = state["custodian", default: ""]
    isGiven = false
    add(
      entry,
      "took it back" + (from.isEmpty ? "" : " from \(from)")
        + (back.location.map { " into \($0)" } ?? ""), back.note,
      [
        ("status", "in_stock"), ("custodian", ""), ("due", ""),
        ("location", back.location ?? state["location", default: ""]),
      ])
  }

  func writing(ofCategory name: String) throws -> String {
    try CategoryTable(connection: connection).writing(of: name)
  }

  private static func way(_ from: String, _ to: String) -> String {
    (from.isEmpty ? "" : " from \(from)") + (to.isEmpty ? " out of the locations" : " to \(to)")
  }
}

extension AssetStatus {
  fileprivate var words: String { rawValue.replacing("_", with: " ") }
}
