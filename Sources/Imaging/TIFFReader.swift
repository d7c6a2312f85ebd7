/// The directories of a TIFF structure (TIFF 6.0, section 2), every access checked: offsets come
/// from files.
struct TIFFReader {
  private let bytes: [UInt8]
  private let bigEndian: Bool

  /// Nil where the bytes don't begin as a TIFF structure does.
  init?(_ bytes: [UInt8]) {
    switch bytes.prefix(4) {
    case [0x49, 0x49, 0x2A, 0x00]: bigEndian = false
    case [0x4D, 0x4D, 0x00, 0x2A]: bigEndian = true
    default: return nil
    }
    self.bytes = bytes
  }

  /// Where the first directory lies.
  var firstDirectory: Int { Int(long(at: 4) ?? 0) }

  /// The directory at an offset; empty where there is none.
  func directory(at offset: Int) -> Directory {
    guard offset >= 8, let count = short(at: offset) else { return Directory() }
    var directory = Directory()
    for index in 0..<Int(count) {
      let entry = offset + 2 + 12 * index
      guard let tag = short(at: entry) else { break }
      guard directory.values[tag] == nil, let value = value(ofEntryAt: entry) else { continue }
      directory.values[tag] = value
    }
    return directory
  }

  /// The values of the tags of one directory.
  struct Directory {
    fileprivate var values: [UInt16: Value] = [:]

    func short(_ tag: UInt16) -> UInt16? {
      if case .short(let value) = values[tag] { value } else { nil }
    }

    func long(_ tag: UInt16) -> UInt32? {
      if case .long(let value) = values[tag] { value } else { nil }
    }

    /// Text up to its NUL, without spaces around it; nil where nothing is left.
    func ascii(_ tag: UInt16) -> String? {
      guard case .ascii(let text) = values[tag] else { return nil }
      return text.isEmpty ? nil : text
    }
  }

  fileprivate enum Value {
    case short(UInt16)
    case long(UInt32)
    case ascii(String)
  }

  /// The value of an entry of twelve bytes: tag, type, count, then the value or its offset.
  private func value(ofEntryAt entry: Int) -> Value? {
    guard let type = short(at: entry + 2), let count = long(at: entry + 4) else { return nil }
    switch type {
    case 2: return ascii(count: Int(count), field: entry + 8).map(Value.ascii)
    case 3 where count == 1: return short(at: entry + 8).map(Value.short)
    case 4 where count == 1: return long(at: entry + 8).map(Value.long)
    default: return nil
    }
  }

  private func ascii(count: Int, field: Int) -> String? {
    // The tags that we ask for hold some twenty characters.
    guard count <= 64, let start = count <= 4 ? field : long(at: field).map(Int.init),
      start + count <= bytes.count
    else { return nil }
    let text = bytes[start..<start + count].prefix { $0 != 0 }
    guard text.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
    let trimmed = text.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()
    return String(decoding: Array(trimmed), as: UTF8.self)
  }

  private func short(at offset: Int) -> UInt16? {
    guard offset >= 0, offset + 2 <= bytes.count else { return nil }
    let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
    return bigEndian ? first << 8 | second : second << 8 | first
  }

  private func long(at offset: Int) -> UInt32? {
    guard let first = short(at: offset), let second = short(at: offset + 2) else { return nil }
    return bigEndian
      ? UInt32(first) << 16 | UInt32(second) : UInt32(second) << 16 | UInt32(first)
  }
}
