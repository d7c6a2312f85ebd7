/// When the clock of a device isn't believed.
package enum DeviceClock {
  /// How far ahead of the ledger's clock it may be, in milliseconds.
  package static let tolerance = 5 * 60 * 1000

  /// Whether an event happened later than it can have, by the clock of who recorded it.
  ///
  /// A time long ago is no reason: a device may have been without a network for weeks.
  package static func isSuspect(_ occurredAt: Int, recordedAt: Int) -> Bool {
    occurredAt - recordedAt > tolerance
  }
}
