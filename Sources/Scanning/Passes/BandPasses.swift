/// Passes by the readers of this house, which average over bands of lines.
extension Pass {
  /// - Parameters:
  ///   - thickness: lines a band.
  ///   - step: lines from one band to the next.
  static func bands(_ thickness: Int, every step: Int) -> Pass {
    Pass(
      name: "bands-\(thickness)",
      isFor: { $0.longerSide <= photo && $0.regions.mayHoldLinear(turnedBy: 0) }
    ) { sight in
      let scanner = BandScanner(
        sight.lineReaders, bands: BandProfiles(thickness: thickness, step: step))
      return scanner.read(
        sight.native.seen(as: "bands-\(thickness)"), [.rows, .columns])
    }
  }

  static func doubledBands(_ thickness: Int, every step: Int) -> Pass {
    Pass(name: "doubled-bands-\(thickness)", isFor: { $0.longerSide <= 1600 }) { sight in
      let scanner = BandScanner(
        sight.lineReaders, bands: BandProfiles(thickness: thickness, step: step))
      return scanner.read(
        sight.focused("doubled") { $0.doubled(as: "doubled-plain") }
          .seen(as: "doubled-bands-\(thickness)"), [.rows, .columns])
    }
  }
}
