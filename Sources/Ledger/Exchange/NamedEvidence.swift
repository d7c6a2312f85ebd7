/// What entries name by its hash: an export brings it beside them, and nothing else.
struct NamedEvidence {
  /// Whether the ledger had the crop, and it is still to come.
  private var crops: [String: Bool] = [:]
  private var reports: Set<String> = []

  /// Takes what an entry names.
  mutating func add(from entry: UnsafeRawBufferPointer) {
    if entry.starts(with: Self.scan) {
      // No text can look so: quotes in it are escaped.
      guard let crop = Self.text(after: Self.cropKey, in: entry) else { return }
      if entry.firstRange(of: Self.cropIsKept) != nil {
        crops[crop] = true
      } else if crops[crop] == nil {
        crops[crop] = false
      }
    } else if entry.starts(with: Self.closure) {
      if let report = Self.text(after: Self.reportKey, in: entry) { reports.insert(report) }
    }
  }

  /// Takes a crop off those that are to come; false where no entry names it.
  mutating func takeCrop(_ hash: String) -> Bool { crops.updateValue(false, forKey: hash) != nil }

  /// Takes a report off those that are to come; false where no entry names it, or it came before.
  mutating func takeReport(_ hash: String) -> Bool { reports.remove(hash) != nil }

  /// A crop that is still to come.
  ///
  /// Others may be missing: whoever delivers events delivers no pictures.
  var missingCrop: String? { crops.lazy.filter(\.value).map(\.key).min() }

  /// A report that is still to come.
  var missingReport: String? { reports.min() }

  private static let scan = Array(#"{"kind":"\#(EntryKind.scanRecorded.rawValue)""#.utf8)
  private static let closure = Array(#"{"kind":"\#(EntryKind.stocktakeClosed.rawValue)""#.utf8)
  private static let cropKey = Array(#""crop":""#.utf8)
  private static let cropIsKept = Array(#""crop_kept":true"#.utf8)
  private static let reportKey = Array(#""report_hash":""#.utf8)

  private static func text(after key: [UInt8], in entry: UnsafeRawBufferPointer) -> String? {
    guard let found = entry.firstRange(of: key) else { return nil }
    let text = entry[found.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
    return String(decoding: text, as: UTF8.self)
  }
}
