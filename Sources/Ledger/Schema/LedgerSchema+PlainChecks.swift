import Storage

extension LedgerSchema {
  /// Checks that are made for each row of a delivery, an import or a batch of labels.
  static func plainChecks(_ dialect: Dialect) -> [String] {
    dialect.comparingOneByOne([
      Dialect.ChoiceCheck("scan_events", "kind", "'scan', 'location', 'done', 'void'"),
      Dialect.ChoiceCheck(
        "assets", "status",
        """
        'on_order', 'in_stock', 'assigned',
            'checked_out', 'in_transit', 'in_repair', 'retired', 'lost', 'stolen', 'disposed'
        """),
      Dialect.ChoiceCheck(
        "label_steps", "state",
        """
        'verified', 'printed', 'attached', 'retired',
            'replaced', 'voided'
        """),
      Dialect.ChoiceCheck(
        "stock_changes", "kind", "'received', 'issued', 'moved', 'counted', 'corrected'"),
    ])
  }
}
