extension Pass {
  /// Retail symbols whose bars run into one another.
  static let blurred = Pass(
    name: "blurred",
    isFor: { $0.longerSide <= photo && $0.kinds.contains(.ean13) }
  ) { sight in
    let longer = sight.longerSide
    let scanner = BandScanner(
      sight.lineReaders, bands: BandProfiles(thickness: 6, step: max(4, longer / 60)))
    return scanner.readBlurred(
      sight.native.seen(as: "blurred"), [.rows, .columns])
  }
}
