import Dispatch
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
    var nanoseconds = [UInt64](repeating: 0, count: count)
    for (index, code) in codes.enumerated() {
      let start = DispatchTime.now().uptimeNanoseconds
      let lookup = try store.lookup(code)
      nanoseconds[index] = DispatchTime.now().uptimeNanoseconds - start
      precondition(lookup.results.count == 1, code)
    }
    var result = Result(count, in: Double(nanoseconds.reduce(0, +)) / 1e9)
    nanoseconds.sort()
    result.median = Double(nanoseconds[count / 2]) / 1000
    result.percentile99 = Double(nanoseconds[count * 99 / 100]) / 1000
    return result
  }
}
