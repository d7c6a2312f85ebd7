import Imaging

/// Reads linear symbols from bands of neighbouring rows and columns, on the shades themselves.
struct BandScanner {
  private let readers: LineReaders
  private let bands: BandProfiles

  init(_ readers: LineReaders, bands: BandProfiles) {
    (self.readers, self.bands) = (readers, bands)
  }

  /// What several bands agree about in a rendering.
  func read(_ rendering: Rendering, _ directions: [ScanDirection]) -> [Reading] {
    directions.flatMap { direction -> [Reading] in
      var agreement = BandAgreement()
      var workspace = LineReaders.Workspace()
      bands.forEach(of: rendering.image, direction) { line, profile in
        for reading in readers.read(profile, &workspace) { agreement.add(reading, line: line) }
      }
      return agreement.settled.compactMap { group in
        guard let content = SymbolContent(group.symbol) else { return nil }
        let outline = group.outline(direction, reach: bands.thickness / 2)
        return Reading(
          content: content, outline: outline.mapped(by: rendering.map), pass: rendering.name,
          engine: LineReaders.engine)
      }
    }
  }
}
