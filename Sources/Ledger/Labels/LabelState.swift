import Diagnostics

/// Where an issued label stands in its life; a closed list.
package enum LabelState: String, Sendable, CaseIterable, Codable {
  /// Registered, before it was made.
  case issued
  /// Decoded again, with all its codes.
  case verified
  /// Sent to a printer that took it.
  case printed
  /// Stuck on an asset.
  case attached
  /// Attached, and scanned since.
  case seen
  /// Taken off, or gone with its asset.
  case retired
  /// Another label is in its place.
  case replaced
  /// Spoilt or lost: nobody should come across it.
  case voided

  /// The steps that there are.
  private static let steps: [LabelState: [LabelState]] = [
    .issued: [.verified, .printed, .attached, .voided],
    .verified: [.printed, .attached, .voided],
    .printed: [.attached, .voided],
    .attached: [.seen, .retired, .replaced, .voided],
    .seen: [.retired, .replaced, .voided],
    .retired: [], .replaced: [], .voided: [],
  ]

  /// What a label can become from here.
  package var next: [LabelState] { Self.steps[self] ?? [] }

  /// Whether nobody should come across the label any more.
  package var isEnded: Bool { next.isEmpty }
}

extension LedgerFault {
  static func labelStep(_ code: String, _ state: LabelState, _ wanted: LabelState) -> LedgerFault {
    let allowed = state.next.filter { $0 != .seen }.map(\.rawValue).joined(separator: ", ")
    return LedgerFault(
      code: "label.state",
      message: "The label \(SafeText.quoted(code)) is \(state.rawValue); it can't become "
        + "\(wanted.rawValue). "
        + (allowed.isEmpty
          ? "No step leads on from there; issue a new label."
          : "From there it can become: \(allowed)."))
  }
}
