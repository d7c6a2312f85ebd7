/// The flags of a line as bits.
struct FlagSet: Equatable {
  private var bits: UInt16 = 0

  mutating func insert(_ flag: Flag) { bits |= Self.bit(of: flag) }

  /// Sorted by name.
  var flags: [Flag] {
    bits == 0 ? [] : Self.byName.filter { bits & Self.bit(of: $0) != 0 }
  }

  private static let byName = Flag.allCases.sorted { $0.rawValue.isBefore($1.rawValue) }

  private static func bit(of flag: Flag) -> UInt16 {
    switch flag {
    case .coarseLocation: 1 << 0
    case .locationUnverified: 1 << 1
    case .cloneSuspect: 1 << 2
    case .contested: 1 << 3
    case .statusConflict: 1 << 4
    case .movedDuringCount: 1 << 5
    case .manualEntry: 1 << 6
    case .weakRead: 1 << 7
    case .clockSuspect: 1 << 8
    case .seenInPriorRound: 1 << 9
    }
  }
}
