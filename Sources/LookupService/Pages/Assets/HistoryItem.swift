import Inventory
import Ledger

/// One line of an asset's history: a change of the books or a sighting.
struct HistoryItem: Sendable {
  /// The class that marks it: `created moved changed seen voided`.
  let mark: String
  let title: String
  let time: PageTime
  let who: String
  let move: MoveView?
  let statusChange: StatusChange?
  let seen: SightingView?

  /// From one place to another; nil is nowhere.
  struct MoveView: Sendable {
    let from: PageLink?
    let to: PageLink?
    /// A new asset is in its first place; any other is moved to one.
    let toWord: String
  }

  struct StatusChange: Sendable {
    /// Nil for a new asset.
    let old: StatusChip?
    let new: StatusChip
  }

  /// Changes, sightings and what else is told of the asset together, newest first.
  ///
  /// - Parameter lines: what the log tells, without sightings.
  static func all(_ history: AssetHistory, _ lines: [AssetStory.Line]) -> [HistoryItem] {
    let told = Dictionary(lines.map { ($0.seq, $0) }) { first, _ in first }
    let seqs = Set(history.changes.map(\.seq))
    let changes =
      history.changes.map { ($0.at, HistoryItem($0, told[$0.seq])) }
      + lines.reversed().filter { line in line.seq.map { !seqs.contains($0) } ?? false }
      .map { ($0.time, HistoryItem($0)) }
    let sightings = history.sightings.map { ($0.at, HistoryItem($0)) }
    // At the same moment a sighting comes before the change that it may have led to.
    return (changes + sightings).enumerated().sorted { one, other in
      one.element.0 != other.element.0
        ? one.element.0 > other.element.0 : one.offset < other.offset
    }.map(\.element.1)
  }

  private init(_ change: AssetHistory.Change, _ line: AssetStory.Line?) {
    let (before, after) = (change.before, change.after)
    let isMoved = before?.location != after.location
    let isNew = before == nil
    let words = line.flatMap { $0.isOfCustody ? $0.title : nil }
    (mark, title) =
      isNew
      ? ("created", "Created")
      : isMoved ? ("moved", words ?? "Moved") : ("changed", words ?? "Status changed")
    time = PageTime(change.at)
    who = Self.person(change.by.name, with: change.by.device)
    move =
      isMoved
      ? MoveView(
        from: before?.location.map { .location($0) }, to: after.location.map { .location($0) },
        toWord: isNew ? "in" : "to")
      : nil
    statusChange =
      before?.status == after.status
      ? nil : StatusChange(old: before.map { StatusChip($0.status) }, new: StatusChip(after.status))
    seen = nil
  }

  private init(_ line: AssetStory.Line) {
    (mark, title) = ("changed", line.title)
    time = PageTime(line.time)
    who = Self.person(line.by, with: line.device)
    (move, statusChange, seen) = (nil, nil, nil)
  }

  private init(_ sighting: AssetHistory.Sighting) {
    (mark, title) = sighting.isVoided ? ("voided", "Sighting voided") : ("seen", "Seen")
    time = PageTime(sighting.at)
    who = sighting.counter.map { Self.person($0, with: sighting.device) } ?? sighting.device
    (move, statusChange) = (nil, nil)
    seen = SightingView(sighting)
  }

  private static func person(_ name: String, with device: String?) -> String {
    device.map { "\(name) (\($0))" } ?? name
  }
}

extension AssetStory.Line {
  /// Milliseconds.
  fileprivate var time: Int { Timestamp.milliseconds(at) ?? 0 }

  /// The line as the beginning of a sentence.
  fileprivate var title: String {
    let words = text + (note.map { ": \($0)" } ?? "")
    return (words.prefix(1).uppercased() + words.dropFirst()).shortened(to: 300)
  }

  fileprivate var isOfCustody: Bool {
    ["asset.assigned", "asset.transferred", "asset.returned"].contains(kind)
  }
}

/// A sighting, with its proof.
struct SightingView: Sendable {
  let spot: PageLink?
  let stocktake: PageLink
  let code: String
  let symbology: String?
  let isVoided: Bool
  let crop: CropImage?

  init(_ sighting: AssetHistory.Sighting) {
    spot = sighting.location.map { .location($0) }
    stocktake = .stocktake(
      sighting.stocktake.number,
      words: "stocktake \(sighting.stocktake.number) “\(sighting.stocktake.name.shortened(to: 60))”"
    )
    code = sighting.code.shortened(to: 200)
    symbology = sighting.symbology
    isVoided = sighting.isVoided
    crop = sighting.crop.map(CropImage.init)
  }
}

/// A crop with the outline of the symbol.
struct CropImage: Sendable {
  let source: String
  let width, height: Int
  /// The corners as SVG writes them; empty for none.
  let points: String
  let hasOutline: Bool

  init(_ crop: CropView) {
    source = "/crops/\(crop.hash.replacing("sha256:", with: "")).png"
    (width, height) = (crop.width, crop.height)
    let corners = crop.outline.filter { $0.count == 2 && $0.allSatisfy { abs($0) < 1e6 } }
    points = corners.map { "\(Int($0[0])),\(Int($0[1]))" }.joined(separator: " ")
    hasOutline = corners.count > 2
  }
}
