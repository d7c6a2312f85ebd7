extension GrayImage {
  /// Contrast-limited adaptive histogram equalization (Zuiderveld, Graphics Gems IV, 1994): in each
  /// tile all shades become about as frequent, and between tiles the tables are blended.
  ///
  /// - Parameters:
  ///   - tiles: along each side.
  ///   - limit: how many times the mean frequency a shade counts at most.
  public func equalized(tiles: Int = 8, limit: Double = 3) -> GrayImage {
    guard width >= tiles, height >= tiles else { return self }
    var tables: [UInt8] = []
    for row in 0..<tiles {
      let rows = row * height / tiles..<(row + 1) * height / tiles
      for column in 0..<tiles {
        let columns = column * width / tiles..<(column + 1) * width / tiles
        tables += table(columns: columns, rows: rows, limit: limit)
      }
    }
    let across = Self.blends(width, tiles), down = Self.blends(height, tiles)
    return GrayImage.made(width: width, height: height) { target in
      withPixels { source in
        tables.withUnsafeBufferPointer { tables in
          for y in 0..<height {
            let (above, below) = (down[y].first * tiles, down[y].second * tiles)
            let drop = down[y].weight
            for x in 0..<width {
              let shade = Int(source[y * width + x]), column = across[x]
              let value = { (tile: Int) -> Int in Int(tables[tile << 8 | shade]) }
              let (left, right) = (256 - column.weight, column.weight)
              let upper: Int =
                value(above + column.first) * left + value(above + column.second) * right
              let lower: Int =
                value(below + column.first) * left + value(below + column.second) * right
              let blend: Int = (upper * (256 - drop) + lower * drop) >> 16
              target[y * width + x] = UInt8(blend)
            }
          }
        }
      }
    }
  }

  /// What each shade of a tile becomes.
  private func table(columns: Range<Int>, rows: Range<Int>, limit: Double) -> [UInt8] {
    var counts = [Int](repeating: 0, count: 256)
    for y in rows { for x in columns { counts[Int(pixels[y * width + x])] += 1 } }
    let total = columns.count * rows.count
    let most = max(Int(limit * Double(total) / 256), 1)
    let excess = counts.reduce(0) { $0 + max($1 - most, 0) }
    var sum = 0
    return counts.map { count in
      sum += 256 * min(count, most) + excess
      return UInt8(min(255 * sum / (256 * total), 255))
    }
  }

  /// The two tiles whose middles a pixel lies between, and 256ths of the second.
  private static func blends(
    _ pixels: Int, _ tiles: Int
  ) -> [(first: Int, second: Int, weight: Int)] {
    (0..<pixels).map { pixel in
      let place = (Double(pixel) + 0.5) * Double(tiles) / Double(pixels) - 0.5
      let first = Int(place.rounded(.down))
      let weight = Int(256 * (place - Double(first)))
      return (max(first, 0), min(first + 1, tiles - 1), weight)
    }
  }
}
