package import Inventory
import Storage

/// Which events and rules decided a line.
package struct StocktakeExplanation: Sendable, Equatable, Codable {
  package let code: String
  /// Nil for a code without an asset, or with several.
  package let asset: String?
  /// Nil where the asset is neither expected nor seen, or there is none.
  package let outcome: Outcome?
  package let flags: [Flag]
  /// The rules that applied, in words, in the order in which they were asked.
  package let reasons: [String]
  /// The scans of the code and of the asset's other codes, what covered its location, and what
  /// voids these, in the order of events.
  package let events: [Step]

  /// One event, and what it did.
  package struct Step: Sendable, Equatable, Codable {
    package let disposition: Disposition
    /// Where a scan was made, also where another event told it; nil for unknown.
    package let location: String?
    package let event: EventRecord
  }
}

extension LedgerStore {
  /// Explains the line of an asset, or what became of a code.
  package func explain(_ stocktake: Stocktake, code: String) throws -> StocktakeExplanation {
    try database.read { connection in
      let current = try StocktakeTable(connection: connection).existing(id: stocktake.id)
      let facts = try connection.facts(of: current)
      return Explainer(facts: facts, result: Reconciler.reconcile(facts)).explain(code)
    }
  }
}

/// Finds what concerns a code in a reconciliation.
private struct Explainer {
  let facts: StocktakeFacts
  let result: Reconciliation

  func explain(_ code: String) -> StocktakeExplanation {
    let scanned = ScannedCode(code, rules: facts.codes)
    let asset = asset(of: scanned, written: code)
    let line = asset.flatMap { asset in result.lines.first { $0.asset == asset.id } }
    return StocktakeExplanation(
      code: code, asset: asset?.id, outcome: line?.outcome, flags: line?.flags ?? [],
      reasons: reasons(scanned, asset, line), events: steps(scanned, asset, line))
  }

  private func asset(of code: ScannedCode, written: String) -> Asset? {
    if let tagged = facts.assets.first(where: { $0.id == written }) { return tagged }
    guard case .one(let index) = CodeBook(facts.assets).resolve(code) else { return nil }
    return facts.assets[index]
  }

  private func steps(
    _ code: ScannedCode, _ asset: Asset?, _ line: Reconciliation.Line?
  ) -> [StocktakeExplanation.Step] {
    let places = ScanPlaces(facts)
    let keys = Set(
      (asset?.codes ?? []).map { ScannedCode($0.text, rules: CodeRules()).key } + [code.key])
    let scans = facts.events.filter { event in
      event.scan.map { keys.contains(ScannedCode($0.code, rules: facts.codes).key) } ?? false
    }
    let tellers = scans.compactMap { places.place(of: $0)?.toldBy }
    let concerned = Set(
      scans.map(\.clientEventID) + tellers + [line?.coveredBy].compactMap(\.self))
    return facts.events.sorted { $0.orderKey < $1.orderKey }.filter { event in
      if case .void(let target) = event.content { return concerned.contains(target) }
      return concerned.contains(event.clientEventID)
    }.map { event in
      StocktakeExplanation.Step(
        disposition: result.dispositions[event.clientEventID] ?? .context,
        location: event.scan == nil
          ? EventRecord(event).location : places.place(of: event)?.location,
        event: EventRecord(event))
    }
  }

  private func reasons(
    _ code: ScannedCode, _ asset: Asset?, _ line: Reconciliation.Line?
  ) -> [String] {
    guard let asset else { return reasonsWithoutAsset(code) }
    guard let line else {
      return ["\(asset.id) is neither expected here (\(standing(of: asset))) nor was it seen."]
    }
    let expectation = expectation(of: asset, line)
    return [expectation] + LineReasons(line: line).texts
  }

  private func expectation(of asset: Asset, _ line: Reconciliation.Line) -> String {
    if asset.createdDuringCountAt != nil {
      return "Not expected: the books got it after the opening, \(standing(of: asset))."
    }
    return line.outcome.isOfExpected
      ? "Expected: at the opening the books had it \(standing(of: asset)), in scope and countable."
      : "Not expected: at the opening the books had it \(standing(of: asset))."
  }

  private func reasonsWithoutAsset(_ code: ScannedCode) -> [String] {
    if let many = result.ambiguous.first(where: { $0.code == code.canonical }) {
      return ["The code leads to several assets: \(many.candidates.joined(separator: ", "))."]
    }
    guard let unknown = result.unknown.first(where: { $0.code == code.canonical }) else {
      return ["No asset has this code, and no scan of it counts in this stocktake."]
    }
    return ["No asset has this code: \(unknown.kind.rawValue)."]
  }

  private func standing(of asset: Asset) -> String {
    "\(asset.status.rawValue) in \(asset.location ?? "no location")"
  }
}
