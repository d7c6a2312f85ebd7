import Inventory
import Storage

extension Connection {
  /// The label of ours that has a code, where its life has ended: whoever meets it should know.
  ///
  /// In a ledger where no label's life has ended that is one question a commit.
  func endedLabel(of code: ScannedCode) throws -> IssuedLabel? {
    let ends = try remembered { LabelEnds(any: try LabelStepTable(connection: $0).hasEnded()) }
    guard ends.any, let label = try issuedLabel(of: code), label.state.isEnded else { return nil }
    return label
  }
}

/// Whether any label's life has ended.
private struct LabelEnds {
  let any: Bool
}
