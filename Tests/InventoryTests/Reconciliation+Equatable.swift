import Inventory

/// Two results are the same where they say the same of every asset, code, event and location.
extension Reconciliation: Equatable {
  static func == (a: Reconciliation, b: Reconciliation) -> Bool {
    a.lines.elementsEqual(b.lines) && a.unknown == b.unknown && a.ambiguous == b.ambiguous
      && a.covered == b.covered && a.dispositions.byEvent == b.dispositions.byEvent
  }
}
