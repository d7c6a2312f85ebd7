import Inventory
import Storage

/// What a registration of labels did.
package struct LabelRegistration: Sendable, Equatable {
  /// How many labels were new.
  package let issued: Int
  /// What the ledger calls the labels, in their order.
  package let labels: [Int]
}

extension LedgerStore {
  /// Registers labels as issued, in one transaction.
  ///
  /// A label whose codes are all registered already, with as many copies, adds nothing: a batch that is
  /// run again registers nothing twice. Codes of a label whose life has ended are issued again.
  /// - Returns: how many labels were new.
  @discardableResult
  package func issue(_ labels: [LabelIssue], by principal: Principal) throws -> Int {
    try register(labels, by: principal).issued
  }

  /// Registers labels as issued, and as verified those that are, in one transaction.
  package func register(
    _ labels: [LabelIssue], by principal: Principal
  ) throws -> LabelRegistration {
    try append(by: principal) { log in
      let rules = try log.connection.codeRules()
      let keys = labels.map { IssuedLabelTable.keys(of: $0.codes, rules) }
      try log.memory.labels.lookUp(keys.flatMap(\.self), log.connection)
      var (issued, verified) = (0, Set<Int>())
      let numbers = try zip(labels, keys).map { label, keys in
        let (number, isNew) = try log.register(label, keys)
        issued += isNew ? 1 : 0
        if label.isVerified { verified.insert(number) }
        return number
      }
      try log.mark(Array(verified).sorted(), as: .verified) { LabelVerification(labels: $0) }
      return LabelRegistration(issued: issued, labels: numbers)
    }
  }

  /// Says that a printer took labels, which are called as `register` returned them.
  ///
  /// Labels that are past that point of their life are passed over.
  package func markPrinted(_ labels: [Int], by principal: Principal) throws {
    var rest = labels[...]
    while !rest.isEmpty {
      try append(by: principal) { log in
        try log.mark(Array(rest.prefix(1000)), as: .printed) { LabelPrinting(labels: $0) }
      }
      rest = rest.dropFirst(1000)
    }
  }
}

extension EntryLog {
  /// The label's number, and whether it is new.
  fileprivate func register(
    _ label: LabelIssue, _ keys: [String]
  ) throws -> (number: Int, isNew: Bool) {
    let entries = try keys.map { try memory.labels.entry(of: $0, connection) }
    let isKnown = entries.allSatisfy { entry in
      entry.map { $0.copies >= label.copies && !$0.state.isEnded } ?? false
    }
    if isKnown, let known = entries.first ?? nil { return (known.label, false) }
    let isAgain = entries.contains { $0?.state.isEnded ?? false }
    let seq = try record(LabelIssuance(label, again: isAgain, keys: keys))
    // More copies of a label are the label that it was.
    let first = entries.compactMap(\.self).first { !$0.state.isEnded }
    return (isAgain ? seq : first?.label ?? seq, true)
  }

  /// Records one event for all of some labels that can take the step.
  fileprivate func mark(
    _ labels: [Int], as state: LabelState, _ event: ([Int]) -> some LedgerEvent
  ) throws {
    let table = LabelStepTable(connection: connection)
    let states = try table.states(of: labels)
    let able = labels.filter { (states[$0] ?? .issued).next.contains(state) }
    if !able.isEmpty { try record(event(able)) }
  }
}
