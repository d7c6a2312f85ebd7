import Imaging

/// Passes that render the picture and let zbar read it.
extension Pass {
  /// Pixels on the longer side above which a picture is a photo, whose symbols are large.
  static let photo = 1280

  static let native = Pass(name: "native") { $0.native.readByZBar($0.kinds) }

  /// Every second row and column.
  static let nativeCoarse = Pass(name: "native-coarse", isFor: { $0.longerSide <= photo }) {
    sight in
    sight.native.seen(as: "native-coarse") { $0 }.readByZBar(sight.kinds, density: 2)
  }

  static let threshold = Pass(name: "threshold", isFor: { $0.longerSide <= photo }) { sight in
    sight.rendering("threshold") { whole in
      whole.seen(as: "threshold") { $0.locallyThresholded(window: 51) }
    }.readByZBar(sight.kinds, density: 2)
  }

  static func dark(_ gamma: Double) -> Pass {
    Pass(name: "dark-\(Int(gamma))", isFor: { $0.longerSide <= photo }) { sight in
      sight.native.seen(as: "dark-\(Int(gamma))") { $0.darkened(gamma: gamma) }
        .readByZBar(sight.kinds, density: 2)
    }
  }

  static let doubled = Pass(name: "doubled", isFor: { $0.longerSide <= 1600 }) { sight in
    sight.rendering("doubled") { $0.doubled(as: "doubled") }
      .seen(as: "doubled") { $0.locallyThresholded(window: 101) }
      .readByZBar(sight.kinds, density: 2)
  }

  static let doubledDark = Pass(name: "doubled-dark", isFor: { $0.longerSide <= 1600 }) { sight in
    sight.rendering("doubled") { $0.doubled(as: "doubled") }
      .seen(as: "doubled-dark") { $0.darkened(gamma: 2) }
      .readByZBar(sight.kinds, density: 2)
  }

  static func turned(_ degrees: Int) -> Pass {
    Pass(name: "turned-\(degrees)", isFor: { $0.longerSide <= photo }) { sight in
      sight.native.fitted(1200, as: "").rotated(
        degrees: Double(degrees), as: "turned-\(degrees)"
      )
      .readByZBar(sight.linearKinds, density: 2)
    }
  }

  static let equalized = Pass(name: "equalized", isFor: { $0.longerSide <= photo }) { sight in
    sight.native.seen(as: "equalized") { $0.equalized() }.readByZBar(sight.kinds, density: 2)
  }

  static let inverted = Pass(name: "inverted", isFor: { $0.longerSide <= photo }) { sight in
    sight.native.seen(as: "inverted") { $0.inverted() }.readByZBar(sight.kinds, density: 2)
  }

  static func fitted(_ side: Int) -> Pass {
    Pass(name: "fitted-\(side)", isFor: { $0.longerSide > photo && $0.longerSide > side }) {
      sight in
      sight.rendering("fitted-\(side)") { $0.fitted(side, as: "fitted-\(side)") }
        .seen(as: "fitted-\(side)") { $0.locallyThresholded(window: 51) }
        .readByZBar(sight.kinds, density: 1)
    }
  }

  static func fittedPlain(_ side: Int) -> Pass {
    Pass(name: "plain-\(side)", isFor: { $0.longerSide > photo && $0.longerSide > side }) { sight in
      sight.rendering("fitted-\(side)") { $0.fitted(side, as: "plain-\(side)") }
        .seen(as: "plain-\(side)") { $0 }
        .readByZBar(sight.kinds, density: 1)
    }
  }

  static let sharpened = Pass(name: "sharpened") { sight in
    sight.native.fitted(1600, as: "sharpened").seen(as: "sharpened") {
      $0.sharpened(window: 7, amount: 3)
    }.readByZBar(sight.kinds, density: 1)
  }
}
