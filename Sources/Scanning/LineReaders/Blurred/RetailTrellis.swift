/// The thirteen digits that fit the costs of twelve best, among those whose parity and check digit
/// hold, and how much better they fit than the next.
struct RetailTrellis {
  /// Thirteen digits.
  let digits: [UInt8]
  /// The sum of their costs.
  let cost: Float
  /// By how much the next best costs more.
  let margin: Float

  private struct Path {
    var cost: Float
    /// Four bits a digit, the last one lowest.
    var digits: UInt64
  }

  /// - Parameter costs: twelve rows of twenty: a digit of set A, then of set B; only ten count in
  ///   the right half.
  init?(costs: [Float]) {
    var best = [Path(cost: .infinity, digits: 0), Path(cost: .infinity, digits: 0)]
    for (sets, leading) in RetailDigits.leadingDigit {
      for path in Self.paths(costs, sets: sets, leading: leading) { Self.keep(path, in: &best) }
    }
    guard best[0].cost.isFinite else { return nil }
    digits = (0..<13).reversed().map { UInt8(best[0].digits >> (4 * UInt64($0)) & 15) }
    (cost, margin) = (best[0].cost, best[1].cost - best[0].cost)
  }

  /// The two best with a parity: for each remainder of the check sum, the two best so far.
  private static func paths(_ costs: [Float], sets: Int, leading: UInt8) -> [Path] {
    let none = [Path(cost: .infinity, digits: 0), Path(cost: .infinity, digits: 0)]
    var states = Array(repeating: none, count: 10)
    states[Int(leading)][0] = Path(cost: 0, digits: UInt64(leading))
    for place in 0..<12 {
      let weight = place % 2 == 0 ? 3 : 1
      let isSetB = place < 6 && sets & (0b100000 >> place) != 0
      var next = Array(repeating: none, count: 10)
      for remainder in 0..<10 {
        for path in states[remainder] where path.cost.isFinite {
          for digit in 0..<10 {
            let cost = path.cost + costs[20 * place + digit + (isSetB ? 10 : 0)]
            keep(
              Path(cost: cost, digits: path.digits << 4 | UInt64(digit)),
              in: &next[(remainder + weight * digit) % 10])
          }
        }
      }
      states = next
    }
    return states[0]
  }

  private static func keep(_ path: Path, in best: inout [Path]) {
    if path.cost < best[0].cost {
      best[1] = best[0]
      best[0] = path
    } else if path.cost < best[1].cost {
      best[1] = path
    }
  }
}
