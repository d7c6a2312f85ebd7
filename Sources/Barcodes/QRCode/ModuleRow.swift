/// A row of modules as one number: a bit a module, the first column the lowest.
///
/// `UInt64` holds the rows of versions 1 to 11, `UInt128` those up to 27, `WideModuleRow` all.
protocol ModuleRow {
  /// From as many 64-bit words as a row of the version has.
  init(words: UnsafePointer<UInt64>)
  static var none: Self { get }
  var isNone: Bool { get }
  /// Each module in the place of the one some columns before it, 1 to 63.
  func shifted(left columns: UInt64) -> Self
  /// Each module in the place of the one some columns after it, 1 to 63.
  func shifted(right columns: UInt64) -> Self
  /// Adds each word to a sum.
  func forEachWord(_ body: (UInt64) -> Void)
  static func ^ (a: Self, b: Self) -> Self
  static func & (a: Self, b: Self) -> Self
  static func | (a: Self, b: Self) -> Self
  static prefix func ~ (a: Self) -> Self
}

extension UInt64: ModuleRow {
  @inline(__always) init(words: UnsafePointer<UInt64>) { self = words[0] }
  static var none: UInt64 { 0 }
  var isNone: Bool { self == 0 }
  @inline(__always) func shifted(left columns: UInt64) -> UInt64 { self &>> columns }
  @inline(__always) func shifted(right columns: UInt64) -> UInt64 { self &<< columns }
  @inline(__always) func forEachWord(_ body: (UInt64) -> Void) { body(self) }
}

extension UInt128: ModuleRow {
  @inline(__always) init(words: UnsafePointer<UInt64>) {
    self = UInt128(words[1]) &<< 64 | UInt128(words[0])
  }
  static var none: UInt128 { 0 }
  var isNone: Bool { self == 0 }
  @inline(__always) func shifted(left columns: UInt64) -> UInt128 { self &>> UInt128(columns) }
  @inline(__always) func shifted(right columns: UInt64) -> UInt128 { self &<< UInt128(columns) }
  @inline(__always) func forEachWord(_ body: (UInt64) -> Void) {
    body(UInt64(truncatingIfNeeded: self))
    body(UInt64(truncatingIfNeeded: self &>> 64))
  }
}

/// Up to 192 modules.
struct WideModuleRow: ModuleRow {
  private let low: UInt64
  private let middle: UInt64
  private let high: UInt64

  @inline(__always) private init(_ low: UInt64, _ middle: UInt64, _ high: UInt64) {
    (self.low, self.middle, self.high) = (low, middle, high)
  }

  @inline(__always) init(words: UnsafePointer<UInt64>) {
    self.init(words[0], words[1], words[2])
  }

  static var none: WideModuleRow { WideModuleRow(0, 0, 0) }
  var isNone: Bool { low | middle | high == 0 }

  @inline(__always) func shifted(left columns: UInt64) -> WideModuleRow {
    let rest = 64 &- columns
    return WideModuleRow(
      low &>> columns | middle &<< rest, middle &>> columns | high &<< rest, high &>> columns)
  }

  @inline(__always) func shifted(right columns: UInt64) -> WideModuleRow {
    let rest = 64 &- columns
    return WideModuleRow(
      low &<< columns, middle &<< columns | low &>> rest, high &<< columns | middle &>> rest)
  }

  @inline(__always) func forEachWord(_ body: (UInt64) -> Void) {
    body(low)
    body(middle)
    body(high)
  }

  @inline(__always) static func ^ (a: WideModuleRow, b: WideModuleRow) -> WideModuleRow {
    WideModuleRow(a.low ^ b.low, a.middle ^ b.middle, a.high ^ b.high)
  }

  @inline(__always) static func & (a: WideModuleRow, b: WideModuleRow) -> WideModuleRow {
    WideModuleRow(a.low & b.low, a.middle & b.middle, a.high & b.high)
  }

  @inline(__always) static func | (a: WideModuleRow, b: WideModuleRow) -> WideModuleRow {
    WideModuleRow(a.low | b.low, a.middle | b.middle, a.high | b.high)
  }

  @inline(__always) static prefix func ~ (a: WideModuleRow) -> WideModuleRow {
    WideModuleRow(~a.low, ~a.middle, ~a.high)
  }
}
