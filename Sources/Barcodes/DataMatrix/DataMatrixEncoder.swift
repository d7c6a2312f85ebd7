import Diagnostics
import GS1

/// Writes Data Matrix ECC 200 (ISO/IEC 16022:2006) in the smallest size of a shape.
enum DataMatrixEncoder {
  @Sendable
  static func encode(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    guard !text.isEmpty else { throw .empty(.dataMatrix) }
    let matrix = try matrix(DataMatrixContent(text: text), options.shape)
    return Symbol(symbology: .dataMatrix, text: text, modules: .matrix(matrix))
  }

  /// A GS1 message, in brackets or as a reader sends it (GS1 General Specifications, 5.6).
  @Sendable
  static func encodeGS1(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    let message = try GS1Text.message(text, for: .gs1DataMatrix)
    let matrix = try matrix(DataMatrixContent(gs1: message.scanned), options.shape)
    return Symbol(
      symbology: .gs1DataMatrix, text: message.interpretation, data: message.scanned,
      modules: .matrix(matrix))
  }

  private static func matrix(
    _ content: DataMatrixContent, _ shape: EncodingOptions.MatrixShape
  ) throws(EncodingFault) -> ModuleMatrix {
    let (words, size) = try words(content, shape)
    let all = DataMatrixBlockCode.completed(words, size)
    let placement = DataMatrixPlacement(
      all, rows: size.mapping.rows, columns: size.mapping.columns)
    return size.matrix(placement.dark)
  }

  /// The data words, and the smallest size that holds them.
  static func words(
    _ content: DataMatrixContent, _ shape: EncodingOptions.MatrixShape
  ) throws(EncodingFault) -> (words: [UInt8], size: DataMatrixSize) {
    let sizes = DataMatrixSize.sizes(shape), count = content.characters.count
    let most = sizes.map(\.dataWords).max() ?? 0
    // Two digits a word are the best there is: what can't fit is refused without a search.
    guard count <= 2 * most else { throw tooLong(count, shape, most) }
    let path = DataMatrixPath(content.characters, prefixLength: content.prefix.count)
    guard let size = sizes.first(where: { $0.dataWords >= path.length }) else {
      throw tooLong(count, shape, most)
    }
    let segments = path.segments(words: size.dataWords)
    let words = DataMatrixWords(
      content.characters, segments, prefix: content.prefix, capacity: size.dataWords)
    return (words.words, size)
  }

  private static func tooLong(
    _ count: Int, _ shape: EncodingOptions.MatrixShape, _ words: Int
  ) -> EncodingFault {
    let kind = shape == .rectangle ? "rectangular Data Matrix" : "Data Matrix"
    return EncodingFault(
      code: "symbol.too-long",
      message: "The text has \(count) characters or bytes; the largest \(kind) has \(words)"
        + " words, enough for \(2 * words) digits, \((words - 1) * 3 / 2) capitals or"
        + " \(words - 2) bytes."
        + (shape == .rectangle ? " Shorten it, or take a square." : " Shorten it."))
  }
}

extension DataMatrixSize {
  /// The mapping matrix cut into its regions, each with its finder pattern: dark on the left and
  /// below, alternating above and on the right (ISO/IEC 16022:2006, 5.5.2).
  fileprivate func matrix(_ mapping: [Bool]) -> ModuleMatrix {
    let height = rows / regions.down, width = columns / regions.across
    let across = self.mapping.columns
    var dark: [Bool] = []
    dark.reserveCapacity(rows * columns)
    for row in 0..<rows {
      let y = row % height
      for column in 0..<columns {
        let x = column % width
        if x == 0 || y == height - 1 {
          dark.append(true)
        } else if y == 0 || x == width - 1 {
          dark.append((x + y).isMultiple(of: 2))
        } else {
          let place = (row - 1 - row / height * 2) * across + column - 1 - column / width * 2
          dark.append(mapping[place])
        }
      }
    }
    return ModuleMatrix(columns: columns, rows: rows, dark: dark)
  }
}
