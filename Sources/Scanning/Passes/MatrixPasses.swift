import Imaging

/// Passes for QR Codes alone, which zbar reads in tens of milliseconds a megapixel.
extension Pass {
  /// QR Codes that are small and out of focus: enlarged first, so that sharpening has pixels to work on.
  static let sharpenedDoubled = Pass(
    name: "sharpened-doubled", isFor: { $0.kinds.contains(.qrCode) }
  ) { sight in
    sight.native.fitted(800, as: "").doubled(as: "sharpened-doubled")
      .seen(as: "sharpened-doubled") { $0.sharpened(window: 15, amount: 3) }
      .readByZBar([.qrCode])
  }

  /// QR Codes with glare or shadow across them: a threshold that follows light within a few modules.
  static func fittedFine(_ side: Int) -> Pass {
    Pass(name: "fitted-fine-\(side)", isFor: { $0.kinds.contains(.qrCode) }) { sight in
      sight.native.fitted(side, as: "fitted-fine-\(side)")
        .seen(as: "fitted-fine-\(side)") { $0.locallyThresholded(window: 25) }
        .readByZBar([.qrCode])
    }
  }
}
