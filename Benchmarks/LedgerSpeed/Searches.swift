import Foundation
import Ledger
import Storage

/// Searches by text, one after the other, in a ledger with the benchmark's assets.
struct Searches {
  private let store: LedgerStore

  init(in address: LedgerAddress) throws {
    store = try LedgerStore(at: address, .existing)
  }

  /// What few assets have, what many have, a part of a word, words of which only some assets have
  /// both, and what none has.
  private static let texts = ["SN01234", "drill", "ordless 17", "mossgate glide hq", "x", "nothing"]

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
