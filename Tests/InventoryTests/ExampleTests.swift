import Foundation
import Inventory
import TestSupport
import Testing

/// Scenarios that were worked out by hand: one file for each outcome, flag and disposition.
struct ExampleTests {
  @Test(arguments: try Example.all())
  func `a hand-worked example comes out as written`(_ example: Example) throws {
    let result = try ReplayScenario.parse(example.scenario).replayed()
    #expect(result == example.result, "\(example.why)")
  }

  @Test
  func `the examples show every outcome, flag and disposition that replay knows`() throws {
    let results = try Example.all().map(\.result)
    let outcomes = Set(results.flatMap { $0.lines.map(\.outcome) })
    let flags = Set(results.flatMap { $0.lines.flatMap(\.flags) })
    let dispositions = Set(results.flatMap { $0.dispositions.values })
    #expect(Set(Outcome.allCases).subtracting(outcomes) == [])
    // Replay has no hierarchy of places, no ledger's clock and no closing.
    #expect(Set(Flag.allCases).subtracting(flags) == [.coarseLocation, .clockSuspect])
    #expect(Set(Disposition.allCases).subtracting(dispositions) == [.late])
  }
}

struct Example: Sendable, CustomTestStringConvertible {
  let name: String
  let why: String
  let scenario: Data
  let result: ReplayResult

  var testDescription: String { name }

  static func all() throws -> [Example] {
    let folder = URL(fileURLWithPath: ProjectFolder.path("Tests/InventoryTests/Examples"))
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return try files.sorted { $0.path < $1.path }.map(Example.init)
  }

  private init(_ file: URL) throws {
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    name = try #require(json["name"] as? String)
    why = try #require(json["why"] as? String)
    scenario = try JSONSerialization.data(withJSONObject: try #require(json["scenario"]))
    result = try JSONDecoder().decode(
      ReplayResult.self,
      from: JSONSerialization.data(withJSONObject: try #require(json["result"])))
  }
}
