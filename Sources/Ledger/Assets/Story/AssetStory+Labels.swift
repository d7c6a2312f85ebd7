import Inventory
import Storage

extension Connection {
  /// What became of the labels that have a code of the asset, or were stuck on it.
  func labelLines(of asset: Int) throws -> [AssetStory.Line] {
    try issuedLines(of: asset) + stepLines(of: asset)
  }

  private func issuedLines(of asset: Int) throws -> [AssetStory.Line] {
    try all(
      """
      SELECT DISTINCT n.seq, n.recorded_at, n.kind, n.principal, l.template, l.copies
      FROM issued_labels l JOIN asset_codes c ON c.code_key = l.code_key AND c.kind = 'physical'
        JOIN entries n ON n.seq = l.seq
      WHERE c.asset_number = \(asset) ORDER BY n.seq
      """
    ) { row in
      let copies = try row.int(5)
      let labels = copies == 1 ? "a label" : "\(copies) labels"
      return try AssetStory.Line(row, "issued \(labels) for it (\(try row.text(4)))", note: nil)
    }
  }

  private func stepLines(of asset: Int) throws -> [AssetStory.Line] {
    let steps = try all(
      """
      SELECT n.seq, n.recorded_at, n.kind, n.principal, s.state, s.reason, s.label
      FROM label_steps s JOIN entries n ON n.seq = s.seq
      WHERE s.label IN (
          SELECT label FROM label_steps WHERE asset_number = \(asset)
          UNION SELECT l.seq FROM issued_labels l
            JOIN asset_codes c ON c.code_key = l.code_key AND c.kind = 'physical'
          WHERE c.asset_number = \(asset))
        AND (s.state <> 'attached' OR s.asset_number = \(asset))
      ORDER BY n.seq, s.label
      """
    ) { row in
      let (reason, state) = (try row.text(5), LabelState(rawValue: try row.text(4)))
      return (
        label: try row.int(6), state: state,
        line: try AssetStory.Line(row, "", note: reason.isEmpty ? nil : reason)
      )
    }
    return try steps.map { step in
      let code = try labelCodes(step.label).first?.text ?? ""
      return step.line.saying(Self.words(step.state, of: code))
    }
  }

  private static func words(_ state: LabelState?, of label: String) -> String {
    switch state {
    case .verified: "checked the label \(label)"
    case .printed: "printed the label \(label)"
    case .attached: "stuck the label \(label) on it"
    case .voided: "voided the label \(label)"
    case .retired: "took the label \(label) off"
    case .replaced: "replaced the label \(label)"
    case .issued, .seen, nil: "did something with the label \(label)"
    }
  }
}

extension AssetStory.Line {
  /// Of a row that begins with an entry's number, time, kind and principal.
  fileprivate init(_ row: SQLRow, _ text: String, note: String?) throws {
    let principal = try CanonicalJSON.value(Principal.self, row.text(3))
    (at, kind, seq) = (Timestamp.text(try row.int(1)), try row.text(2), try row.int(0))
    (by, device, changes) = (principal.name, principal.device, [])
    (self.text, self.note) = (text, note)
  }

  /// The same with other words.
  fileprivate func saying(_ text: String) -> AssetStory.Line {
    AssetStory.Line(
      at: at, kind: kind, seq: seq, by: by, device: device, text: text, changes: changes, note: note
    )
  }
}
