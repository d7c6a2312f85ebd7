import Storage

/// What became of issued labels, inside a transaction; a label is called by the entry that issued it.
struct LabelStepTable {
  let connection: Connection

  /// A step in a label's life.
  struct Step {
    let seq: Int
    let state: LabelState
    let asset: Int?
    let reason: String
    let replacedBy: Int?
  }

  func add(
    _ state: LabelState, to label: Int, asset: Int? = nil, reason: String = "",
    replacedBy: Int? = nil, seq: Int
  ) throws {
    try connection.execute(
      """
      INSERT INTO label_steps (label, seq, state, asset_number, reason, replaced_by)
      VALUES (\(label), \(seq), \(state.rawValue), \(asset), \(reason), \(replacedBy))
      """)
  }

  /// The same step for many labels.
  func add(_ state: LabelState, to labels: [Int], seq: Int) throws {
    let insertion = try RowInsertion(
      connection, into: "label_steps", columns: ["label", "seq", "state", "reason"])
    for label in labels {
      try insertion.insert { row in
        row.add(label)
        row.add(seq)
        row.add(state.rawValue)
        row.add("")
      }
    }
  }

  /// All steps of a label after it was issued, the first one first.
  func steps(of label: Int) throws -> [Step] {
    try connection.all(
      """
      SELECT seq, state, asset_number, reason, replaced_by FROM label_steps
      WHERE label = \(label) ORDER BY seq
      """
    ) { row in
      Step(
        seq: try row.int(0), state: try row.labelState(1), asset: try row.optionalInt(2),
        reason: try row.text(3), replacedBy: try row.optionalInt(4))
    }
  }

  /// As the steps say it, which is never `seen`: scans say that.
  func state(of label: Int) throws -> LabelState {
    try connection.first(
      "SELECT state FROM label_steps WHERE label = \(label) ORDER BY seq DESC LIMIT 1"
    ) { try $0.labelState(0) } ?? .issued
  }

  /// The same of many labels, by label; none for those without steps.
  func states(of labels: [Int]) throws -> [Int: LabelState] {
    var states: [Int: LabelState] = [:]
    try labels.inGroups { group in
      let found = try connection.all(
        """
        SELECT s.label, s.state FROM label_steps s WHERE s.label IN (\(list: group))
          AND s.seq = (SELECT MAX(l.seq) FROM label_steps l WHERE l.label = s.label)
        """
      ) { (label: try $0.int(0), state: try $0.labelState(1)) }
      for (label, state) in found { states[label] = state }
    }
    return states
  }

  /// Whether the life of any label has ended; mostly none has, and nothing more is asked.
  func hasEnded() throws -> Bool {
    try connection.first(Self.hasEndedQuery) { _ in true } ?? false
  }

  static let hasEndedQuery: SQLQuery =
    "SELECT 1 FROM label_steps WHERE state IN ('retired', 'replaced', 'voided') LIMIT 1"

  /// The codes of labels whose life has ended.
  func endedKeys() throws -> Set<String> {
    var keys: Set<String> = []
    try connection.forEach(
      """
      SELECT code_key FROM issued_labels WHERE seq IN (
        SELECT label FROM label_steps WHERE state IN ('retired', 'replaced', 'voided'))
      """
    ) { keys.insert(try $0.text(0)) }
    return keys
  }
}

extension SQLRow {
  /// A state column; the schema lets no other text in.
  func labelState(_ column: Int) throws -> LabelState {
    guard let state = LabelState(rawValue: try text(column)) else {
      throw LedgerFault(code: "ledger.damaged", message: "A label has no known state.")
    }
    return state
  }
}
