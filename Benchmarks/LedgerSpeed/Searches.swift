import Foundation
import Ledger
import Storage

/// Searches by text, one after the other, in a ledger with the benchmark's assets.
struct Searches {
  private let store: LedgerStore

  init(in address: LedgerAddress) throws {
    store = try LedgerStore(at: address, .existing)
  }

  /// What few assets have, what all have, parts of words that some have both of, all of which only
  /// some have, and what none has.
  private static let texts = ["SN01234", "drill", "ordless 17", "glide moss sn0123", "nothing"]

  func run(_ count: Int) throws -> Result {
    for text in Self.texts { _ = try store.searchAssets(text) }
    var seconds: [Double] = []
    for number in 0..<count {
      let text = Self.texts[number % Self.texts.count]
      seconds.append(try time { _ = try store.searchAssets(text) })
    }
    return Result(of: seconds)
  }
}
