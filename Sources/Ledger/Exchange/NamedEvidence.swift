/// What entries name by its hash: an export brings it beside them, and nothing else.
struct NamedEvidence {
  private var crops: Set<String> = []
  private var reports: Set<String> = []

  /// Takes what an entry names.
  mutating func add(from entry: UnsafeRawBufferPointer) {
    if entry.starts(with: Self.scan) {
      // No text can look so: quotes in it are escaped.
      if let crop = Self.text(after: Self.cropKey, in: entry) { crops.insert(crop) }
    } else if entry.starts(with: Self.closure) {
      if let report = Self.text(after: Self.reportKey, in: entry) { reports.insert(report) }
    }
  }

  /// Whether an entry names a crop.
  func hasCrop(_ hash: String) -> Bool { crops.contains(hash) }

  /// Takes a report off those that are to come; false where no entry names it, or it came before.
  mutating func takeReport(_ hash: String) -> Bool { reports.remove(hash) != nil }

  /// A report that is still to come.
  ///
  /// Crops may be missing: whoever delivers events delivers no pictures.
  var missingReport: String? { reports.min() }

  private static let scan = Array(#"{"kind":"\#(EntryKind.scanRecorded.rawValue)""#.utf8)
  private static let closure = Array(#"{"kind":"\#(EntryKind.stocktakeClosed.rawValue)""#.utf8)
  private static let cropKey = Array(#""crop":""#.utf8)
  private static let reportKey = Array(#""report_hash":""#.utf8)

  private static func text(after key: [UInt8], in entry: UnsafeRawBufferPointer) -> String? {
    guard let found = entry.firstRange(of: key) else { return nil }
    let text = entry[found.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
    return String(decoding: text, as: UTF8.self)
  }
}
