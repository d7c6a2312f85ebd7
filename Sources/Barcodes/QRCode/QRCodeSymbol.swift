/// Draws the words of a symbol, with the mask that is asked for or scores best.
struct QRCodeSymbol {
  let version: QRCodeVersion
  let level: EncodingOptions.ErrorCorrection
  let mask: Int?

  /// The modules of interleaved data and check words.
  func modules(_ words: UnsafePointer<UInt8>) -> ModuleMatrix {
    let template = QRCodeTemplate.of(version)
    let count = template.size * template.stride
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 3 * count) { scratch in
      // An empty buffer has no address; no version is empty.
      guard let plain = scratch.baseAddress else { preconditionFailure("no memory for modules") }
      template.dark.withUnsafeBufferPointer { dark in
        for index in 0..<count { plain[index] = dark[index] }
      }
      place(words, template, plain)
      let masked = choose(plain, template, plain + count, plain + 2 * count)
      return matrix(masked, template)
    }
  }

  /// Each bit into its module; bits that remain are light (7.7.3).
  private func place(
    _ words: UnsafePointer<UInt8>, _ template: QRCodeTemplate,
    _ modules: UnsafeMutablePointer<UInt64>
  ) {
    template.order.withUnsafeBufferPointer { order in
      var index = 0
      for word in 0..<version.words {
        let bits = UInt64(words[word])
        for bit in 0..<8 {
          let spot = order[index + bit]
          let isDark = bits &>> UInt64(7 - bit) & 1
          modules[Int(spot &>> 6)] |= isDark &<< UInt64(spot & 63)
        }
        index += 8
      }
    }
  }

  /// The modules under the best mask; of equals the first.
  private func choose(
    _ plain: UnsafePointer<UInt64>, _ template: QRCodeTemplate,
    _ first: UnsafeMutablePointer<UInt64>, _ second: UnsafeMutablePointer<UInt64>
  ) -> UnsafePointer<UInt64> {
    if let mask {
      QRCodeMask.apply(mask, to: plain, template, level, target: first)
      return UnsafePointer(first)
    }
    return switch template.stride {
    case 1: best(plain, template, first, second, UInt64.self)
    case 2: best(plain, template, first, second, UInt128.self)
    default: best(plain, template, first, second, WideModuleRow.self)
    }
  }

  private func best<Row: ModuleRow>(
    _ plain: UnsafePointer<UInt64>, _ template: QRCodeTemplate,
    _ first: UnsafeMutablePointer<UInt64>, _ second: UnsafeMutablePointer<UInt64>, _: Row.Type
  ) -> UnsafePointer<UInt64> {
    let penalty = QRCodePenalty<Row>(size: template.size, stride: template.stride)
    var best = first, other = second, least = Int.max
    for mask in 0..<QRCodeMask.count {
      QRCodeMask.apply(mask, to: plain, template, level, target: other)
      let score = penalty.score(other)
      if score < least {
        least = score
        swap(&best, &other)
      }
    }
    return UnsafePointer(best)
  }

  private func matrix(
    _ modules: UnsafePointer<UInt64>, _ template: QRCodeTemplate
  ) -> ModuleMatrix {
    let size = template.size
    let dark = [Bool](unsafeUninitializedCapacity: size * size) { target, count in
      var place = 0
      for row in 0..<size {
        for word in 0..<template.stride {
          var bits = modules[row * template.stride + word]
          for _ in 0..<min(64, size - word * 64) {
            target.initializeElement(at: place, to: bits & 1 == 1)
            bits &>>= 1
            place += 1
          }
        }
      }
      count = place
    }
    return ModuleMatrix(columns: size, rows: size, dark: dark)
  }
}
