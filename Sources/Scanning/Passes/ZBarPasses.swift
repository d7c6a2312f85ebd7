import Imaging

/// Passes that render the picture and let zbar read it.
extension Pass {
  /// Pixels on the longer side above which a picture is a photo, whose symbols are large.
  static let photo = 1280

  /// The picture as it is, by every second row and column: half the time, and zbar's own filter,
  /// which votes are better than, is off.
  ///
  /// - Parameter limit: pixels on the longer side; a larger picture is left out.
  static func nativeCoarse(upTo limit: Int = .max) -> Pass {
    Pass(name: "native-coarse", isFor: { $0.longerSide <= limit }) { sight in
      sight.native.seen(as: "native-coarse").readByZBar(sight.kinds, density: 2)
    }
  }

  /// The picture as it is, by every row and column.
  static let native = Pass(name: "native") { sight in
    sight.native.readByZBar(sight.kinds)
  }

  static let threshold = Pass(name: "threshold", isFor: { $0.longerSide <= photo }) { sight in
    sight.focused("threshold") { whole in
      whole.seen(as: "threshold") { $0.locallyThresholded(window: 51) }
    }.readByZBar(sight.kinds, density: 2)
  }

  static func dark(_ gamma: Double) -> Pass {
    Pass(name: "dark-\(Int(gamma))", isFor: { $0.longerSide <= photo && $0.promising != nil }) {
      sight in
      sight.part.seen(as: "dark-\(Int(gamma))") { $0.darkened(gamma: gamma) }
        .readByZBar(sight.kinds, density: 2)
    }
  }

  static let doubled = Pass(name: "doubled", isFor: { $0.longerSide <= 1600 }) { sight in
    sight.focused("doubled") { $0.doubled(as: "doubled-plain") }
      .seen(as: "doubled") { $0.locallyThresholded(window: 101) }
      .readByZBar(sight.kinds, density: 2)
  }

  static let doubledDark = Pass(name: "doubled-dark", isFor: { $0.longerSide <= 1600 }) { sight in
    sight.focused("doubled") { $0.doubled(as: "doubled-plain") }
      .seen(as: "doubled-dark") { $0.darkened(gamma: 2) }
      .readByZBar(sight.kinds, density: 2)
  }

  static func turned(_ degrees: Int) -> Pass {
    Pass(
      name: "turned-\(degrees)",
      isFor: { $0.longerSide <= photo && $0.regions.mayHoldLinear(turnedBy: degrees) }
    ) { sight in
      sight.part.fitted(1200, as: "").rotated(
        degrees: Double(degrees), as: "turned-\(degrees)"
      )
      .readByZBar(sight.linearKinds, density: 2)
    }
  }

  static let equalized = Pass(name: "equalized", isFor: { $0.longerSide <= photo }) { sight in
    sight.part.seen(as: "equalized") { $0.equalized() }.readByZBar(sight.kinds, density: 2)
  }

  static let inverted = Pass(name: "inverted", isFor: { $0.longerSide <= photo }) { sight in
    sight.part.seen(as: "inverted") { $0.inverted() }.readByZBar(sight.kinds, density: 2)
  }

  static func fitted(_ side: Int) -> Pass {
    Pass(name: "fitted-\(side)", isFor: { $0.longerSide > photo && $0.longerSide > side }) {
      sight in
      sight.rendering("fitted-\(side)") { $0.fitted(side, as: "fitted-\(side)") }
        .seen(as: "fitted-\(side)") { $0.locallyThresholded(window: 51) }
        .readByZBar(sight.kinds)
    }
  }

  /// Photos of QR Codes: the dark modules of a shrunk picture run together less than those of a
  /// threshold.
  static func fittedDark(_ side: Int) -> Pass {
    Pass(name: "fitted-dark-\(side)", isFor: { $0.longerSide > photo }) { sight in
      sight.rendering("fitted-\(side)") { $0.fitted(side, as: "") }
        .seen(as: "fitted-dark-\(side)") { $0.darkened(gamma: 2) }
        .readByZBar(sight.kinds)
    }
  }

  /// QR Codes whose modules are frayed, by blurring what was thresholded.
  static let smoothed = Pass(name: "smoothed", isFor: { $0.kinds.contains(.qrCode) }) { sight in
    sight.native.fitted(1000, as: "")
      .seen(as: "") { $0.locallyThresholded(window: 51) }
      .fitted(500, as: "").doubled(as: "smoothed")
      .readByZBar([.qrCode])
  }

  /// QR Codes that are out of focus.
  static let sharpened = Pass(name: "sharpened", isFor: { $0.kinds.contains(.qrCode) }) { sight in
    sight.native.fitted(1000, as: "")
      .seen(as: "sharpened") { $0.sharpened(window: 7, amount: 3) }
      .readByZBar([.qrCode])
  }

  /// QR Codes that lie askew: zbar finds them best along its rows and columns.
  static let turnedMatrix = Pass(
    name: "turned-matrix", isFor: { $0.kinds.contains(.qrCode) }
  ) { sight in
    sight.native.fitted(1000, as: "").rotated(degrees: 45, as: "turned-matrix")
      .readByZBar([.qrCode])
  }
}
