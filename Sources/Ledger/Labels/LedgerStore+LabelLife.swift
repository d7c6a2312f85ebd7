import Diagnostics
import Inventory
import Storage

extension LedgerStore {
  /// Says that a label was stuck on an asset: its codes lead there from now on.
  ///
  /// - Parameter asset: a tag, a code, a number or an id.
  /// - Throws: `LedgerFault` `label.unknown`, `label.state`, `label.taken`, `asset.unknown`.
  @discardableResult
  package func attachLabel(
    _ code: String, to asset: String, by principal: Principal
  ) throws -> LabelStatus {
    try append(by: principal) { log in
      let asset = try AssetTable(connection: log.connection).named(asset)
      try log.attach(try log.connection.label(of: code), code, to: asset)
      return try log.connection.labelStatus(code)
    }
  }

  /// Says that nobody should come across a label: it was spoilt, lost, printed twice.
  @discardableResult
  package func voidLabel(
    _ code: String, reason: String, by principal: Principal
  ) throws -> LabelStatus {
    try append(by: principal) { log in
      guard !NameKey.of(reason).isEmpty, reason.utf8.count <= 1000 else {
        throw LedgerFault(
          code: "label.reason",
          message: "To void a label takes a reason of 1 to 1000 bytes; say what became of it.")
      }
      let label = try log.connection.label(of: code)
      try log.refuse(.voided, of: label, code)
      try log.record(LabelVoiding(label: label, reason: reason))
      return try log.connection.labelStatus(code)
    }
  }

  /// Says that a label was taken off its asset, or is gone with it.
  @discardableResult
  package func retireLabel(
    _ code: String, reason: String? = nil, by principal: Principal
  ) throws -> LabelStatus {
    try append(by: principal) { log in
      let label = try log.connection.label(of: code)
      try log.refuse(.retired, of: label, code)
      try log.record(LabelRetirement(label: label, reason: reason))
      return try log.connection.labelStatus(code)
    }
  }

  /// Puts a label in the place of another one, on the same asset.
  @discardableResult
  package func replaceLabel(
    _ code: String, by other: String, reason: String? = nil, as principal: Principal
  ) throws -> LabelStatus {
    try append(by: principal) { log in
      let (label, new) = (
        try log.connection.label(of: code), try log.connection.label(of: other)
      )
      guard label != new else {
        throw LedgerFault(
          code: "label.same",
          message: "\(SafeText.quoted(code)) and \(SafeText.quoted(other)) are on one label.")
      }
      try log.refuse(.replaced, of: label, code)
      let steps = try LabelStepTable(connection: log.connection).steps(of: label)
      let number = steps.last { $0.state == .attached }?.asset
      if let number, let asset = try AssetTable(connection: log.connection).find(number: number) {
        try log.attach(new, other, to: asset)
      }
      try log.record(LabelReplacement(label: label, by: new, reason: reason))
      return try log.connection.labelStatus(code)
    }
  }
}

extension EntryLog {
  /// Refuses a step that the label's state doesn't allow.
  fileprivate func refuse(_ step: LabelState, of label: Int, _ code: String) throws {
    let state = try LabelStepTable(connection: connection).state(of: label)
    guard !state.next.contains(step) else { return }
    throw LedgerFault.labelStep(code, state, step)
  }

  fileprivate func attach(_ label: Int, _ code: String, to asset: AssetTable.Stored) throws {
    try refuse(.attached, of: label, code)
    let rules = try connection.codeRules()
    let table = CodeTable(connection: connection)
    var added: [String] = []
    for code in try connection.labelCodes(label) {
      let scanned = ScannedCode(code.text, rules: rules)
      let owners = try table.owners(of: scanned)
      guard owners.allSatisfy({ $0 == asset.number }) else {
        throw LedgerFault(
          code: "label.taken",
          message: "The label's code \(SafeText.quoted(code.text)) leads to another asset already.")
      }
      if owners.isEmpty, !added.contains(scanned.canonical) { added.append(scanned.canonical) }
    }
    try record(LabelAttachment(label: label, asset: asset.id, codes: added))
  }
}

extension Connection {
  /// The number of the label that a code is on.
  func label(of code: String) throws -> Int {
    for key in ScannedCode(code, rules: try codeRules()).keys(.physical) {
      if let entry = try IssuedLabelTable(connection: self).entry(of: key.composed) {
        return entry.label
      }
    }
    throw LedgerFault(
      code: "label.unknown",
      message: "No label of ours was issued with the code \(SafeText.quoted(code)). "
        + "tally label issued shows all.")
  }
}
