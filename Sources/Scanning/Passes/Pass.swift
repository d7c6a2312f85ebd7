/// One way to look at a picture.
///
/// A pass says what it reads and where; whether that is believed is decided later, over all passes
/// (`Trust`). Which decoder it asks is its own affair: another engine is another pass.
struct Pass: Sendable {
  /// Stable: results name it.
  let name: String
  /// Where it may be left out: a picture for which it isn't made.
  var isFor: @Sendable (Sight) -> Bool = { _ in true }
  let read: @Sendable (Sight) -> [Reading]
}
