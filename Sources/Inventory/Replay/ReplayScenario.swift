package import Foundation

/// A stocktake in one JSON object: books, moves, rounds and events, without a hierarchy of
/// locations; times are milliseconds after the opening.
package struct ReplayScenario: Sendable, Decodable {
  private let facts: StocktakeFacts

  /// Reads a scenario.
  ///
  /// - Throws: `ReplayFault` that names the key that is wrong.
  package static func parse(_ json: Data) throws(ReplayFault) -> ReplayScenario {
    do {
      return try JSONDecoder().decode(ReplayScenario.self, from: json)
    } catch let error as DecodingError {
      throw ReplayFault(error)
    } catch {
      throw ReplayFault(message: "The scenario can't be read: \(error).")
    }
  }

  /// What the rules make of it.
  package func replayed() -> ReplayResult { ReplayResult(Reconciler.reconcile(facts)) }

  private enum CodingKeys: String, CodingKey {
    case scope, policy, assets, moves, rounds, events
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let assets = try values.decodeIfPresent([BookedAsset].self, forKey: .assets) ?? []
    facts = StocktakeFacts(
      scope: try values.decode([String].self, forKey: .scope),
      policy: try values.decodeIfPresent(StocktakePolicy.self, forKey: .policy)
        ?? StocktakePolicy(),
      assets: assets.map(\.asset),
      moves: try values.decodeIfPresent([BookedMove].self, forKey: .moves)?.map(\.move) ?? [],
      rounds: try Self.rounds(in: values),
      events: try values.decodeIfPresent([EventRecord].self, forKey: .events)?.map(\.event) ?? [])
  }

  private static func rounds(
    in values: KeyedDecodingContainer<CodingKeys>
  ) throws -> [Int: Set<String>] {
    let rounds = try values.decodeIfPresent([String: [String]].self, forKey: .rounds) ?? [:]
    return try rounds.reduce(into: [:]) { members, round in
      guard let number = Int(round.key) else {
        throw DecodingError.dataCorruptedError(
          forKey: .rounds, in: values,
          debugDescription: "expected round numbers as keys, got \(round.key)")
      }
      members[number] = Set(round.value)
    }
  }
}

/// An asset in a scenario.
private struct BookedAsset: Decodable {
  let id: String
  let location: String?
  let status: AssetStatus
  let codes: [String]?
  let createdAt: Int?

  private enum CodingKeys: String, CodingKey {
    case id, location, status, codes
    case createdAt = "created_at"
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(String.self, forKey: .id)
    location = try values.decodeIfPresent(String.self, forKey: .location)
    status = try values.choice(AssetStatus.self, forKey: .status)
    codes = try values.decodeIfPresent([String].self, forKey: .codes)
    createdAt = try values.decodeIfPresent(Int.self, forKey: .createdAt)
  }

  var asset: Asset {
    Asset(
      id: id, location: location, status: status, codes: (codes ?? []).map { AssetCode($0) }[...],
      createdDuringCountAt: createdAt.flatMap { $0 > 0 ? $0 : nil })
  }
}

/// A move in a scenario.
private struct BookedMove: Decodable {
  let asset: String
  let at: Int
  let location: String?
  let status: AssetStatus?

  private enum CodingKeys: String, CodingKey {
    case asset, at, location, status
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    asset = try values.decode(String.self, forKey: .asset)
    at = try values.decode(Int.self, forKey: .at)
    location = try values.decodeIfPresent(String.self, forKey: .location)
    status = try values.choiceIfPresent(AssetStatus.self, forKey: .status)
  }

  var move: Move { Move(asset: asset, at: at, location: location, status: status) }
}
