extension Symbol {
  /// Its modules as rows of `1` (dark) and `0` (light), without quiet zone; a linear symbol has
  /// one row.
  public var moduleRows: [String] {
    rows.map { row in String(row.map { $0 ? "1" as Character : "0" }) }
  }

  /// The symbol drawn in block characters, a line of text a line.
  ///
  /// Light modules are drawn and dark ones left out, so that a phone can read the symbol from a
  /// terminal that writes light on dark. A matrix puts two rows into a line of text (`▀▄█`), a
  /// linear symbol two modules into a character (`▌▐█`).
  public func blockArt(quietZone: Bool = true) -> String {
    let zone = self.quietZone
    let (left, right) = quietZone ? (zone.left, zone.right) : (0, 0)
    let padded = rows.map { row in
      Array(repeating: false, count: left) + row + Array(repeating: false, count: right)
    }
    let lines =
      switch modules {
      case .linear:
        Array(repeating: Self.pairs(padded[0]), count: Self.linearLines)
      case .matrix:
        Self.halves(padded, margin: quietZone ? zone.vertical : 0)
      }
    return lines.joined(separator: "\n")
  }

  /// Lines of text that a linear symbol is high.
  private static let linearLines = 6

  private var rows: [[Bool]] {
    switch modules {
    case .linear(let bars): [bars.modules]
    case .matrix(let matrix):
      (0..<matrix.rows).map { row in
        Array(matrix.dark[row * matrix.columns..<(row + 1) * matrix.columns])
      }
    }
  }

  /// One line of text for a row: two modules a character.
  private static func pairs(_ row: [Bool]) -> String {
    let blocks = stride(from: 0, to: row.count, by: 2).map { column -> Character in
      let second = column + 1 < row.count ? row[column + 1] : false
      return block(first: !row[column], second: !second, halves: ("▌", "▐"))
    }
    return String(blocks)
  }

  /// One line of text for each two rows, with light rows above and below.
  private static func halves(_ rows: [[Bool]], margin: Int) -> [String] {
    let light = Array(repeating: false, count: rows.first?.count ?? 0)
    let zone = Array(repeating: light, count: margin)
    let all = zone + rows + zone
    return stride(from: 0, to: all.count, by: 2).map { y in
      let below = y + 1 < all.count ? all[y + 1] : light
      return String(zip(all[y], below).map { block(first: !$0, second: !$1, halves: ("▀", "▄")) })
    }
  }

  private static func block(
    first: Bool, second: Bool, halves: (first: Character, second: Character)
  ) -> Character {
    switch (first, second) {
    case (true, true): "█"
    case (true, false): halves.first
    case (false, true): halves.second
    case (false, false): " "
    }
  }
}

extension BarPattern {
  /// Module by module: true is dark.
  public var modules: [Bool] {
    widths.enumerated().flatMap { index, width in
      repeatElement(index.isMultiple(of: 2), count: Int(width))
    }
  }
}
