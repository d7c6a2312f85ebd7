import Inventory
import Ledger

/// A scan event with the stocktake that it is for.
struct ScanEventDelivery: Decodable, Sendable {
  let record: EventRecord
  /// The stocktake's number, id or name; nil for the only one that takes events.
  let stocktake: String?

  private enum CodingKeys: String, CodingKey {
    case stocktake = "inventory_session"
  }

  init(from decoder: any Decoder) throws {
    record = try EventRecord(from: decoder)
    let values = try decoder.container(keyedBy: CodingKeys.self)
    if let number = try? values.decodeIfPresent(Int.self, forKey: .stocktake) {
      stocktake = String(number)
    } else {
      stocktake = try values.decodeIfPresent(String.self, forKey: .stocktake)
    }
  }
}

extension LedgerStore {
  /// The stocktake that an event is for.
  ///
  /// - Throws: `Problem` 400 where the delivery names an unknown one, or none where there isn't
  ///   exactly one that takes events.
  func stocktake(for delivery: ScanEventDelivery) throws -> Stocktake {
    if let name = delivery.stocktake { return try stocktake(inBody: name) }
    let open = try stocktakes().filter(\.state.takesEvents)
    guard let only = open.first, open.count == 1 else {
      throw Problem.invalid(
        "/inventory_session", "event.session",
        open.isEmpty
          ? "No stocktake is open."
          : "\(open.count) stocktakes are open; expected the number, id or name of one of them.")
    }
    return only
  }

  private func stocktake(inBody name: String) throws -> Stocktake {
    do {
      return try stocktake(named: name)
    } catch let fault as LedgerFault {
      throw Problem.invalid("/inventory_session", fault.code, fault.message)
    }
  }
}
