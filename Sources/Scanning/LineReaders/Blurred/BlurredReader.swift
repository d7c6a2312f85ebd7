import Foundation

/// Reads EAN-13 and UPC-A where bars run into one another, by what blurred digits look like.
///
/// Bands vote with costs, not with digits: what one band can't tell, many together can. Accepted is
/// what fits far better than any other number with a valid check digit.
struct BlurredReader {
  /// A band on which something as wide as a symbol lies.
  private struct Band {
    var line: Int
    var extent: SymbolExtent
    var profile: [Float]

    /// With the ends moved by some modules.
    func stretched(near: Float, far: Float) -> Band {
      var band = self
      let module = (extent.far - extent.near) / 95
      (band.extent.near, band.extent.far) = (extent.near + near * module, extent.far + far * module)
      return band
    }
  }

  /// Bands that are looked at, of neighbouring ones that show the same.
  private static let mostBands = 10
  private static let fewestBands = 3
  /// How much better the number must fit than the next best, per band and in units of the error
  /// that remains: bars of other symbologies reached 27 on public pictures, symbols mostly 100.
  private static let surely: Float = 40
  /// The same, of the first bands: what is below isn't looked at any further.
  private static let hopeless: Float = 2
  /// A picture of nothing but stripes must not take for ever.
  private static let mostTracks = 64

  private var finder = EdgeFinder()
  private var tracks: [[Band]] = []

  /// Takes in a band's profile.
  mutating func add(_ profile: UnsafeBufferPointer<Float>, line: Int) {
    finder.find(in: profile, share: 0.06, noise: 2.5)
    let extents = SymbolExtent.find(
      in: finder.edges, beginsWithBar: finder.beginsWithBar, length: profile.count)
    let shades = extents.isEmpty ? [] : profile.map(Self.light)
    for extent in extents {
      let band = Band(line: line, extent: extent, profile: shades)
      let home = tracks.firstIndex { $0.last.map { extent.isBeside($0.extent) } ?? false }
      if let home {
        tracks[home].append(band)
      } else if tracks.count < Self.mostTracks {
        tracks.append([band])
      }
    }
  }

  /// The light that made a shade, about: a lens blurs light, and cameras draw shades along a curve.
  ///
  /// Of exponents from 1 to 2.4 this one parted right from wrong numbers best.
  private static func light(_ shade: Float) -> Float { 255 * pow(shade / 255, 1.6) }

  /// What was read with certainty.
  func settled() -> [BandAgreement.Group] {
    tracks.filter { $0.count >= Self.fewestBands }.compactMap(read)
  }

  private func read(_ track: [Band]) -> BandAgreement.Group? {
    let step = max(1, track.count / Self.mostBands)
    let bands = stride(from: 0, to: track.count, by: step).map { track[$0] }
    let votes = [false, true].compactMap { vote(bands, isReversed: $0) }
    guard let best = votes.max(by: { $0.margin < $1.margin }) else { return nil }
    guard best.margin >= Self.surely, isUnrivalled(best, bands),
      let first = track.first, let last = track.last
    else { return nil }
    let reading = LineReading(
      kind: .ean13, bytes: best.digits.map { $0 + 0x30 }, near: first.extent.near,
      far: first.extent.far, isReversed: best.isReversed, doubt: best.error)
    return BandAgreement.Group(
      reading, lines: first.line...last.line, bands: bands.count,
      last: (last.extent.near, last.extent.far))
  }

  /// Whether no other number fits nearly as well where the search for the ends begins some modules
  /// away: it may end in another place.
  private func isUnrivalled(_ best: Vote, _ bands: [Band]) -> Bool {
    let moves: [(near: Float, far: Float)] = [(-2, 0), (2, 0), (0, -2), (0, 2)]
    return moves.allSatisfy { near, far in
      let moved = bands.map { $0.stretched(near: near, far: far) }
      guard let other = vote(moved, isReversed: best.isReversed), other.digits != best.digits else {
        return true
      }
      let lead = (other.error - best.error) / best.error * Float(BlurredFit.samples)
      return lead >= Self.surely
    }
  }

  private struct Vote {
    var digits: [UInt8]
    var isReversed: Bool
    var margin: Float
    var error: Float
  }

  private func vote(_ bands: [Band], isReversed: Bool) -> Vote? {
    var costs = [Float](repeating: 0, count: 240)
    var error: Float = 0
    var fit: BlurredFit?
    for (index, band) in bands.enumerated() {
      var own = BlurredFit(band.extent)
      var steps: [Float] = [0.8, 0.4, 0.2]
      if let fit {
        let before = bands[index - 1].extent
        let offset = (band.extent.near - before.near + band.extent.far - before.far) / 2
        (own, steps) = (fit.moved(by: offset), [0.4, 0.2])
      }
      band.profile.withUnsafeBufferPointer {
        own.settle(on: $0, isReversed: isReversed, steps: steps)
      }
      fit = own
      let ownError = max(own.cost / Float(BlurredFit.samples), 0.002)
      error += ownError / Float(bands.count)
      for index in costs.indices { costs[index] += own.distances[index] / ownError }
      if index + 1 == Self.fewestBands, let trellis = RetailTrellis(costs: costs),
        trellis.margin < Self.hopeless * Float(Self.fewestBands)
      {
        return nil
      }
    }
    guard let trellis = RetailTrellis(costs: costs) else { return nil }
    return Vote(
      digits: trellis.digits, isReversed: isReversed,
      margin: trellis.margin / Float(bands.count), error: error)
  }
}
