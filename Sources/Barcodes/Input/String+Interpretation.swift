extension String {
  /// The text as it is printed below bars: what can't be seen becomes a space.
  var withoutControls: String {
    let isPlain = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }
    if isPlain == true { return self }
    let isControl = { (scalar: Unicode.Scalar) in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
    guard unicodeScalars.contains(where: isControl) else { return self }
    var visible = String.UnicodeScalarView()
    visible.append(contentsOf: unicodeScalars.map { isControl($0) ? " " : $0 })
    return String(visible)
  }
}
