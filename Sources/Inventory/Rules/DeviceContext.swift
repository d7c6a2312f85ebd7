/// Where each device said that it was.
struct DeviceContext {
  private struct Statement {
    let deviceSeq: Int
    let location: String
    let event: String
  }

  private var statements: [String: [Statement]] = [:]

  init(_ log: EventLog) {
    for place in log.order {
      guard case .location(let location?) = log[place].content, !log.isVoided(place) else {
        continue
      }
      let event = log[place]
      statements[event.deviceID, default: []].append(
        Statement(
          deviceSeq: event.deviceSeq, location: location, event: event.clientEventID))
    }
    // Stable: of equal sequence numbers the one with the greater order key comes last.
    for device in statements.keys { statements[device]?.sort { $0.deviceSeq < $1.deviceSeq } }
  }

  /// The device's latest statement before an event; it carries over rounds.
  func statement(before event: ScanEvent) -> (location: String, event: String)? {
    guard !statements.isEmpty, let told = statements[event.deviceID] else { return nil }
    var (low, high) = (0, told.count)
    while low < high {
      let middle = (low + high) / 2
      if told[middle].deviceSeq < event.deviceSeq { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? (told[low - 1].location, told[low - 1].event) : nil
  }
}
