import Barcodes

extension Symbol {
  /// The symbol characters of a Code 128 as `^BC` takes them in its mode N: start and changes of the
  /// code set said by `>`, so that the printer makes the very same bars.
  ///
  /// Nil with code set A, which has control characters.
  var code128FieldData: String? {
    guard case .linear(let pattern) = modules else { return nil }
    let characters = pattern.code128Characters
    var isC = false
    var data = ""
    for (index, character) in characters.enumerated() {
      switch (character, isC) {
      case (Code128Patterns.startA + 1, _) where index == 0: data += ">:"
      case (Code128Patterns.startA + 2, _) where index == 0: (data, isC) = (">;", true)
      case (Code128Patterns.fnc1, _): data += ">8"
      case (Code128Patterns.codeC, false): (data, isC) = (data + ">5", true)
      case (Code128Patterns.codeB, true): (data, isC) = (data + ">6", false)
      case (0..<100, true): data += character < 10 ? "0\(character)" : "\(character)"
      case (30, false): data += ">0"
      case (94, false): data += ">="
      case (0..<95, false): data.unicodeScalars.append(Unicode.Scalar(character + 32))
      default: return nil
      }
    }
    return data
  }
}

extension BarPattern {
  /// Its symbol characters without check and stop character.
  fileprivate var code128Characters: [UInt8] {
    stride(from: 0, to: widths.count - Code128Patterns.stop.count - 6, by: 6).compactMap { start in
      let six = Array(widths[start..<start + 6])
      return Code128Patterns.characters.firstIndex(of: six).map { UInt8($0) }
    }
  }
}
