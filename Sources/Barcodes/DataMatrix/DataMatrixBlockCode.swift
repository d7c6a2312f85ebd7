import Synchronization

/// The check words of Data Matrix (ISO/IEC 16022:2006, 5.7 and Annex E).
enum DataMatrixBlockCode {
  /// Annex E.1: x⁸ + x⁵ + x³ + x² + 1.
  private static let field = GaloisField(polynomial: 0x12D)
  /// By the number of check words of a block, made when first asked for.
  private static let codes = Mutex<[Int: ReedSolomon]>([:])

  /// Data words with the check words of all blocks behind them.
  static func completed(_ data: [UInt8], _ size: DataMatrixSize) -> [UInt8] {
    let blocks = size.blocks, code = code(size.checkWords / blocks)
    var words = data + Array(repeating: 0, count: size.checkWords)
    var checks = Array(repeating: 0 as UInt8, count: code.checkWords)
    for block in 0..<blocks {
      let count = (data.count - block + blocks - 1) / blocks
      data[block...].withUnsafeBufferPointer { words in
        guard let start = words.baseAddress else { return }
        checks.withUnsafeMutableBufferPointer { checks in
          guard let checks = checks.baseAddress else { return }
          code.remainder(of: start, count: count, step: blocks, into: checks)
        }
      }
      let place = place(of: block, size)
      for index in checks.indices { words[data.count + index * blocks + place] = checks[index] }
    }
    return words
  }

  /// Where the check words of a block stand in each group of them.
  ///
  /// In 144 × 144 the last two blocks are a data word shorter. Check words go on in turn where the
  /// data words ended, so those of the short blocks come first.
  private static func place(of block: Int, _ size: DataMatrixSize) -> Int {
    (block + size.blocks - size.dataWords % size.blocks) % size.blocks
  }

  private static func code(_ checkWords: Int) -> ReedSolomon {
    codes.withLock { codes in
      if let code = codes[checkWords] { return code }
      let code = ReedSolomon(field: field, checkWords: checkWords, firstRoot: 1)
      codes[checkWords] = code
      return code
    }
  }
}
