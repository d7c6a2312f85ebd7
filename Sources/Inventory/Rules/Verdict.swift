/// What was decided about an asset, and why: in numbers, since there may be a million.
struct Verdict {
  /// The asset's place among the facts' assets.
  let asset: Int32
  let outcome: Outcome
  let bookStatus: AssetStatus
  let flags: FlagSet
  let round: Int
  /// The sighting that the outcome rests on, by the place of its event.
  let decisive: Int32?
  /// Where the decisive sighting was made, by number.
  let seenAt: Int32?
  /// By number.
  let bookLocation: Int32?
  /// By the place of the event.
  let coveredBy: Int32?

  /// What one sighting of the asset did for it.
  func disposition(of sighting: Sighting) -> Disposition {
    guard let decisive, sighting.round == round else { return .priorRound }
    if sighting.event == decisive { return .decisive }
    return sighting.location == seenAt ? .repeated : .superseded
  }
}
