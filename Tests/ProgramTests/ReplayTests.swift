import Foundation
import TestSupport
import Testing

/// `tally stocktake replay`, as scripts use it.
struct ReplayTests {
  private static let scenario = """
    {"scope":["A","B"],"policy":{"coverage":"explicit"},\
    "assets":[{"id":"a1","location":"A","status":"in_stock","codes":["c1"]}],\
    "moves":[{"asset":"a1","at":10,"location":"B","status":null}],"rounds":{"2":["a1"]},"events":[\
    {"client_event_id":"e1","device_id":"d1","device_seq":1,"occurred_at":12,"kind":"scan","round":1,"code":"c1","location":null},\
    {"client_event_id":"e2","device_id":"d1","device_seq":2,"occurred_at":13,"kind":"location","round":1,"location":"B"},\
    {"client_event_id":"e3","device_id":"d2","device_seq":1,"occurred_at":14,"kind":"done","round":1,"location":"A"},\
    {"client_event_id":"e4","device_id":"d2","device_seq":2,"occurred_at":15,"kind":"void","round":1,"void":"e1"}]}
    """
  private static let result = """
    {"ambiguous":[],"dispositions":{"e1":"voided","e2":"context","e3":"coverage","e4":"void-marker"},\
    "expected":["a1"],"lines":[{"asset":"a1","flags":[],"outcome":"not-counted"}],"unknown":[]}
    """

  @Test func `a scenario in a file gives its result on one line`() throws {
    let tally = try Tally()
    try tally.folder.write("scenario.json", Self.scenario)
    let replay = try tally("stocktake", "replay", "scenario.json")
    #expect(replay.status == 0)
    #expect(replay.output == Self.result + "\n")
  }

  @Test func `scenarios on standard input give a line each, also those that are refused`() throws {
    let input = [Self.scenario, "{}", Self.scenario].joined(separator: "\n")
    let replay = try Tally()("stocktake", "replay", "-", input: input)
    #expect(replay.status == 1)
    #expect(replay.lines.count == 3)
    #expect(replay.lines[0] == Self.result)
    #expect(replay.lines[2] == Self.result)
    #expect(replay.lines[1].contains("scope"))
  }
}
