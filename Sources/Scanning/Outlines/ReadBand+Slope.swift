extension ReadBand {
  /// Pixels that the bars move along the line for each line, by comparing the middle with either
  /// end.
  ///
  /// Where neither can be found again, the symbol is taken to stand straight.
  func slope(in lines: ScanLines) -> Double {
    let middle = span(at: middleLine)
    let slopes = [firstLine, lastLine].compactMap { line -> Double? in
      guard line != middle.line,
        let drift = BarProfile.drift(of: middle, to: line, in: lines)
      else { return nil }
      return Double(drift) / Double(line - middle.line)
    }
    return slopes.isEmpty ? 0 : slopes.reduce(0, +) / Double(slopes.count)
  }
}
