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
      return readings(of: agreement.settled, direction, rendering)
    }
  }

  /// What blurred symbols hold, in a rendering.
  func readBlurred(_ rendering: Rendering, _ directions: [ScanDirection]) -> [Reading] {
    directions.flatMap { direction -> [Reading] in
      var reader = BlurredReader()
      bands.forEach(of: rendering.image, direction) { line, profile in
        reader.add(profile, line: line)
      }
      return readings(of: reader.settled(), direction, rendering)
    }
  }

  private func readings(
    of groups: [BandAgreement.Group], _ direction: ScanDirection, _ rendering: Rendering
  ) -> [Reading] {
    groups.compactMap { group in
      guard let content = SymbolContent(group.symbol) else { return nil }
      let outline = group.outline(direction, reach: bands.thickness / 2)
      return Reading(content, outline, in: rendering, engine: LineReaders.engine)
    }
  }
}
