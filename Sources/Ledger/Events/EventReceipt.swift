/// What became of an event that was handed to the ledger.
package enum EventReceipt: Sendable, Equatable {
  /// Kept, durably.
  case stored
  /// Kept, durably; but the device says that it happened more than five minutes from now.
  case storedClockSuspect
  /// The ledger had it already; nothing was added.
  case duplicate
  /// Another event has this id. The first stays; both are shown.
  case conflict(stored: String, delivered: String)
  /// The event itself can't be taken.
  case refused(LedgerFault)
}

/// How events get their sequence numbers, and what is compared on a second delivery.
package enum EventNumbering: Sendable {
  /// A device numbered them and its ids are its own: a second delivery must say the same.
  case byDevice
  /// The ledger numbers them: they come from pictures, whose ids are hashes of what they say, or
  /// from a person at the keyboard. A known id is passed over before anything is compared.
  case byLedger
}
