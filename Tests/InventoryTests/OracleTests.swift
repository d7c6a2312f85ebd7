import Foundation
import Inventory
import TestSupport
import Testing

/// The rules against an independent, naive reading of them (Tests/Oracles/stocktake_model.py).
struct OracleTests {
  @Test(.enabled(if: Program.tool("python3") != nil, "python3 is not installed"))
  func `two independent readings of the rules agree on thousands of random stocktakes`() throws {
    let python = try #require(Program.tool("python3"))
    let oracles = ProjectFolder.path("Tests/Oracles")
    let scenarios = try python.run(
      [oracles + "/stocktake_scenarios.py", "--seed", "20261121", "--count", "4000"])
    let model = try python.run([oracles + "/stocktake_model.py"], input: scenarios.output)
    #expect(scenarios.lines.count == 4000)
    #expect(model.lines.count == 4000)
    for (scenario, expected) in zip(scenarios.lines, model.lines) {
      let ours = try ReplayScenario.parse(Data(scenario.utf8)).replayed()
      let theirs = try JSONDecoder().decode(ReplayResult.self, from: Data(expected.utf8))
      if ours != theirs {
        Issue.record("scenario \(scenario)\nours \(ours)\nmodel \(theirs)")
        return
      }
    }
  }
}
