import Foundation
import Ledger
import Storage

/// Lookups by tag, one after the other on one core, in a ledger whose assets are tagged AST-000001 and
/// so on.
struct Lookups {
  private let store: LedgerStore
  private let assets: Int

  init(in address: LedgerAddress) throws {
    store = try LedgerStore(at: address, .existing)
    assets = try store.info().assets
  }

  func run(_ count: Int) throws -> Result {
    var random = SystemRandomNumberGenerator()
    let codes = (0..<count).map { _ in
      String(format: "AST-%07d", Int.random(in: 1...assets, using: &random))
    }
    // The first ones read pages from the disk.
    for code in codes.prefix(count / 4) { _ = try store.lookup(code) }
    var seconds = [Double](repeating: 0, count: count)
    for (index, code) in codes.enumerated() {
      var found = 0
      seconds[index] = try time { found = try store.lookup(code).results.count }
      precondition(found == 1, code)
    }
    return Result(of: seconds)
  }
}
