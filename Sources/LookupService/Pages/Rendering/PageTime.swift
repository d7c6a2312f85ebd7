import Inventory

/// A moment, for programs and for people, as the reports write it.
struct PageTime: Sendable {
  /// RFC 3339.
  let datetime: String
  /// `2026-11-21 10:00 UTC`.
  let minute: String

  init(_ milliseconds: Int) {
    datetime = Timestamp.text(milliseconds)
    minute = datetime.prefix(16).replacing("T", with: " ") + " UTC"
  }
}
