import Inventory
import TestSupport
import Testing

/// The laws of stocktakes, on random ones.
struct LawTests {
  static let runs: UInt64 = 3000

  @Test func `conservation: every expected asset, every seen asset and every event counts once`() {
    for seed in 1...Self.runs {
      let facts = RandomStocktake(seed: seed).facts
      let result = Reconciler.reconcile(facts)
      let ofExpected = result.lines.filter { Outcome.ofExpected.contains($0.outcome) }
      #expect(ofExpected.map(\.asset) == result.expected, "seed \(seed)")
      #expect(Set(result.lines.map(\.asset)).count == result.lines.count, "seed \(seed)")
      let dispositions = result.dispositions.byEvent
      #expect(Set(dispositions.keys) == Set(facts.events.map(\.clientEventID)), "seed \(seed)")
      let decisive = dispositions.filter { $0.value == .decisive }.map(\.key).sorted()
      #expect(decisive == result.lines.compactMap(\.decisive).sorted(), "seed \(seed)")
      for line in result.lines {
        let wasSeen: [Outcome] = [.found, .misplaced] + Outcome.ofOthers.dropLast()
        #expect((line.decisive != nil) == wasSeen.contains(line.outcome), "seed \(seed)")
      }
    }
  }

  @Test func `order: any permutation, repetition or splitting of deliveries gives the same result`()
  {
    for seed in 1...Self.runs {
      var facts = RandomStocktake(seed: seed).facts
      let result = Reconciler.reconcile(facts)
      var random = RandomSource(seed: seed &+ 7)
      facts.events = (facts.events + facts.events.filter { _ in Bool.random(using: &random) })
        .shuffled(using: &random)
      facts.assets.shuffle(using: &random)
      #expect(Reconciler.reconcile(facts) == result, "seed \(seed)")
    }
  }

  @Test func `change: a void is the log without its target`() {
    for seed in 1...Self.runs {
      var facts = RandomStocktake(seed: seed).facts
      guard let target = facts.events.first(where: { $0.scan != nil }) else { continue }
      var without = facts
      without.events.removeAll { $0.clientEventID == target.clientEventID }
      facts.events.append(
        ScanEvent(
          clientEventID: "void", deviceID: "d9", deviceSeq: 1, occurredAt: 0,
          content: .void(target.clientEventID)))
      #expect(essence(facts) == essence(without), "seed \(seed)")
    }
  }

  @Test func `change: a round-1 scan changes only its asset and never loses one`() {
    for seed in 1...Self.runs {
      let stocktake = RandomStocktake(seed: seed, rounds: false)
      var facts = stocktake.facts
      let before = Reconciler.reconcile(facts)
      let place = RandomStocktake.places[Int(seed % 6)]
      facts.events.append(
        ScanEvent(
          clientEventID: "new", deviceID: "d9", deviceSeq: 1, occurredAt: Int(seed % 21),
          content: .scan(Scan(code: "c1", location: place))))
      let after = Reconciler.reconcile(facts)
      for (asset, outcome) in outcomes(after)
      where asset != "a1" && outcomes(before)[asset] != outcome {
        #expect(facts.policy.coverage == .implicit, "seed \(seed): \(asset)")
        #expect(outcomes(before)[asset] == .notCounted && outcome == .missing, "seed \(seed)")
      }
      #expect(lost(after) <= lost(before), "seed \(seed)")
    }
  }

  @Test func `change: a round-1 done only turns not-counted into missing, and only there`() {
    for seed in 1...Self.runs {
      var facts = RandomStocktake(seed: seed).facts
      let before = Reconciler.reconcile(facts)
      let place = RandomStocktake.places[Int(seed % 6)]
      facts.events.append(
        ScanEvent(
          clientEventID: "new", deviceID: "d9", deviceSeq: 1, occurredAt: 3, content: .done(place)))
      let after = Reconciler.reconcile(facts)
      for (old, new) in zip(before.lines, after.lines) where old.outcome != new.outcome {
        #expect(old.outcome == .notCounted && new.outcome == .missing, "seed \(seed)")
        #expect(
          RandomStocktake.tree.isSameOrAncestor(place, of: new.bookLocation ?? ""), "seed \(seed)")
      }
    }
  }

  @Test func `change: done events of a round change nothing outside that round`() {
    for seed in 1...Self.runs {
      var facts = RandomStocktake(seed: seed).facts
      let before = Reconciler.reconcile(facts)
      facts.events.append(
        ScanEvent(
          clientEventID: "new", deviceID: "d9", deviceSeq: 1, occurredAt: 3, round: 2,
          content: .done(RandomStocktake.places[Int(seed % 6)])))
      let after = Reconciler.reconcile(facts)
      for (old, new) in zip(before.lines, after.lines) where old.outcome != new.outcome {
        #expect(facts.rounds[2]?.contains(new.asset) == true, "seed \(seed)")
      }
    }
  }

  @Test func `change: unknown and ambiguous scans change no outcome`() {
    for seed in 1...Self.runs {
      var facts = RandomStocktake(seed: seed).facts
      let before = essence(facts)
      facts.assets += ["z1", "z2"].map {
        Asset(id: $0, location: "X", status: .retired, codes: [AssetCode("twin")])
      }
      facts.events += ["twin", "nobody"].map {
        ScanEvent(
          clientEventID: $0, deviceID: "d9", deviceSeq: 1, occurredAt: 3,
          content: .scan(Scan(code: $0, location: RandomStocktake.places[Int(seed % 6)])))
      }
      #expect(essence(facts) == before, "seed \(seed)")
    }
  }

  @Test func `change: shifting all clocks and moves together changes nothing`() {
    for seed in 1...Self.runs {
      var facts = RandomStocktake(seed: seed).facts
      let before = Reconciler.reconcile(facts)
      facts.moves = facts.moves.map {
        Move(asset: $0.asset, at: $0.at + 1000, location: $0.location, status: $0.status)
      }
      facts.events = facts.events.map { $0.copy(id: $0.clientEventID, later: 1000) }
      #expect(Reconciler.reconcile(facts) == before, "seed \(seed)")
    }
  }

  @Test func `change: a recount with the same observations changes no outcome`() {
    for seed in 1...Self.runs {
      var facts = RandomStocktake(seed: seed, rounds: false).facts
      let before = essence(facts)
      facts.rounds = [2: Set(facts.assets.map(\.id))]
      facts.events += facts.events.map { $0.copy(id: "again-" + $0.clientEventID, round: 2) }
      #expect(essence(facts) == before, "seed \(seed)")
    }
  }

  @Test func `change: a move later than the last sighting never re-judges it`() {
    for seed in 1...Self.runs {
      var facts = RandomStocktake(seed: seed, rounds: false).facts
      let before = Reconciler.reconcile(facts)
      facts.moves.append(Move(asset: "a0", at: 99, location: "X", status: .lost))
      let after = outcomes(Reconciler.reconcile(facts))
      for line in before.lines where line.decisive != nil {
        #expect(after[line.asset] == line.outcome, "seed \(seed)")
      }
    }
  }

  @Test func `missing implies that the final location was covered`() {
    for seed in 1...Self.runs {
      let result = Reconciler.reconcile(RandomStocktake(seed: seed).facts)
      for line in result.lines where line.outcome == .missing || line.outcome == .notCounted {
        #expect((line.coveredBy != nil) == (line.outcome == .missing), "seed \(seed)")
      }
    }
  }

  private func outcomes(_ result: Reconciliation) -> [String: Outcome] {
    Dictionary(uniqueKeysWithValues: result.lines.map { ($0.asset, $0.outcome) })
  }

  private func essence(_ facts: StocktakeFacts) -> [String: Outcome] {
    outcomes(Reconciler.reconcile(facts))
  }

  private func lost(_ result: Reconciliation) -> Int {
    result.lines.filter { $0.outcome == .missing || $0.outcome == .notCounted }.count
  }
}

extension ScanEvent {
  /// The same event under another id, in another round, later; voids name the copy of their target.
  fileprivate func copy(id: String, round: Int? = nil, later: Int = 0) -> ScanEvent {
    var content = content
    if case .void(let target) = content, round != nil { content = .void("again-" + target) }
    return ScanEvent(
      clientEventID: id, deviceID: deviceID, deviceSeq: deviceSeq, occurredAt: occurredAt + later,
      round: round ?? self.round, counter: counter, content: content)
  }
}
