/// What was decided about an asset, and why.
struct Verdict {
  let round: Int
  /// The sighting that the outcome rests on.
  let last: Sighting?
  let line: Reconciliation.Line

  /// What one sighting of the asset did for it.
  func disposition(of sighting: Sighting) -> Disposition {
    guard let last, sighting.round == round else { return .priorRound }
    if sighting.event == last.event { return .decisive }
    return sighting.location == last.location ? .repeated : .superseded
  }
}
