import Diagnostics

/// A table for people: columns in line, a header, nothing that a code could have smuggled in.
package struct TextTable {
  package struct Cell: Sendable {
    let text: String
    let colour: Colour?

    package init(_ text: String, _ colour: Colour? = nil) {
      (self.text, self.colour) = (SafeText.terminal(text), colour)
    }
  }

  private let header: [String]
  private let rightAligned: Set<Int>
  private let usesColour: Bool

  /// - Parameter rightAligned: columns whose cells stand at the right: numbers.
  package init(header: [String], rightAligned: Set<Int> = [], usesColour: Bool) {
    (self.header, self.rightAligned, self.usesColour) = (header, rightAligned, usesColour)
  }

  /// The lines of the table, header first.
  package func lines(_ rows: [[Cell]]) -> [String] {
    let widths = header.indices.map { column in
      rows.reduce(header[column].displayWidth) { max($0, $1[column].text.displayWidth) }
    }
    let head = header.map { Cell($0.uppercased(), .faint) }
    return ([head] + rows).map { line($0, widths) }
  }

  private func line(_ row: [Cell], _ widths: [Int]) -> String {
    // Empty cells at the end of a row would leave nothing but spaces.
    let filled = row.prefix(through: row.lastIndex { !$0.text.isEmpty } ?? 0)
    let cells = filled.enumerated().map { column, cell in
      let space = String(repeating: " ", count: widths[column] - cell.text.displayWidth)
      let text = usesColour ? cell.colour?.paint(cell.text) ?? cell.text : cell.text
      if rightAligned.contains(column) { return space + text }
      return column == filled.count - 1 ? text : text + space
    }
    return cells.joined(separator: "  ")
  }
}

extension String {
  /// Columns of a terminal: wide East Asian characters and emoji take two (UAX #11).
  var displayWidth: Int {
    reduce(0) { width, character in
      guard let scalar = character.unicodeScalars.first else { return width }
      if scalar.properties.generalCategory == .nonspacingMark { return width }
      return width + (scalar.isWide ? 2 : 1)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
