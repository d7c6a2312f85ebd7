/// What is written into a PDF: its tokens as bytes (ISO 32000-1, 7.2 and 7.3).
struct PDFBytes {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ other: PDFBytes) { bytes.append(contentsOf: other.bytes) }

  mutating func append(raw other: [UInt8]) { bytes.append(contentsOf: other) }

  /// A whole number.
  mutating func append(_ number: Int) {
    guard number < 0 || number > 9 else { return bytes.append(UInt8(48 + number)) }
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digits: number.magnitude)
  }

  /// A whole number and a space.
  @inline(__always)
  mutating func number(_ number: Int) {
    append(number)
    bytes.append(UInt8(ascii: " "))
  }

  private mutating func append(digits number: UInt) {
    // 20 digits are the most of 64 bits.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, first) = (number, 20)
      repeat {
        first -= 1
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        digits[first] = UInt8(48 + digit)
        rest = quotient
      } while rest != 0
      bytes.append(contentsOf: digits[first...])
    }
  }

  /// A number with up to six decimals: a thousandth of a printer's dot on any page.
  mutating func append(_ number: Double) {
    let millionths = Int((number * 1_000_000).rounded())
    if millionths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    append(digits: whole)
    guard rest != 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var (left, place) = (rest, 100_000 as UInt)
    while left != 0 {
      bytes.append(UInt8(48 + left / place))
      (left, place) = (left % place, place / 10)
    }
  }

  /// Numbers with a space behind each.
  mutating func numbers(_ numbers: Double...) {
    for number in numbers {
      append(number)
      bytes.append(UInt8(ascii: " "))
    }
  }

  /// A reference to an object, such as `12 0 R`.
  mutating func reference(_ object: PDFObjectNumber) {
    append(object.value)
    append(" 0 R")
  }

  /// Two bytes as four hexadecimal digits.
  @inline(__always)
  mutating func hexadecimal(_ word: UInt16) {
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(truncatingIfNeeded: word >> shift & 0xF)
      bytes.append(digit < 10 ? 48 + digit : 55 + digit)
    }
  }

  /// A text string in UTF-16 (7.9.2.2), written in hexadecimal.
  mutating func textString(_ text: some StringProtocol) {
    append("<FEFF")
    for unit in text.utf16 { hexadecimal(unit) }
    append(">")
  }
}

/// The number of an indirect object, from 1.
struct PDFObjectNumber: Hashable, Sendable {
  let value: Int
}
