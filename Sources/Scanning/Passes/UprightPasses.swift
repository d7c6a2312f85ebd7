import Imaging

/// Passes for linear symbols that lie askew, in a picture that is turned by as much as their bars
/// lean.
extension Pass {
  static let uprightDoubled = upright("upright-doubled") { sight, upright in
    sight.rendering("upright-doubled") { _ in upright.doubled(as: "") }
      .seen(as: "upright-doubled") { $0.locallyThresholded(window: 101) }
      .readByZBar(sight.linearKinds, density: 2)
  }

  /// - Parameters:
  ///   - thickness: lines a band.
  ///   - step: lines from one band to the next.
  static func uprightBands(_ thickness: Int, every step: Int) -> Pass {
    upright("upright-bands-\(thickness)") { sight, upright in
      let scanner = BandScanner(
        sight.lineReaders, bands: BandProfiles(thickness: thickness, step: step))
      return scanner.read(
        upright.seen(as: "upright-bands-\(thickness)"), [.rows, .columns])
    }
  }

  static let uprightBlurred = upright("upright-blurred") { sight, upright in
    guard sight.kinds.contains(.ean13) else { return [] }
    let scanner = BandScanner(
      sight.lineReaders, bands: BandProfiles(thickness: 6, step: max(4, sight.longerSide / 60)))
    return scanner.readBlurred(
      upright.seen(as: "upright-blurred"), [.rows, .columns])
  }

  private static func upright(
    _ name: String, _ read: @escaping @Sendable (Sight, Rendering) -> [Reading]
  ) -> Pass {
    Pass(name: name, isFor: { $0.longerSide <= photo && $0.upright != nil }) { sight in
      sight.upright.map { read(sight, $0) } ?? []
    }
  }
}
