import Foundation
import TestSupport
import Testing

/// Public pictures with known content, where they lie beside the project.
///
/// Floors and ceilings leave a little room below what docs/SCANNING.md says, so that they tell a
/// change for the worse from the luck of a library's version.
struct CorpusTests {
  struct Floor: Sendable {
    let effort: String
    let recall: Double
    let falseReads: Int
    let photos: Int
  }

  /// Debug builds take minutes for `thorough`, so it is for those who have them.
  private static let floors =
    [
      Floor(effort: "fast", recall: 74.6, falseReads: 5, photos: 44),
      Floor(effort: "balanced", recall: 84, falseReads: 5, photos: 50),
    ]
    + (isLong ? [Floor(effort: "thorough", recall: 87, falseReads: 6, photos: 65)] : [])

  private static let isLong = ProcessInfo.processInfo.environment["TALLY_LONG_TESTS"] == "1"

  @Test(
    .enabled(if: ProjectFolder.corpus != nil, "the public pictures aren't beside the project"),
    .enabled(if: Program.tool("python3") != nil, "python3 is not installed"),
    arguments: floors)
  func `recall stays above its floor, and false reads below their ceiling`(floor: Floor) throws {
    let (python, corpus) = (
      try #require(Program.tool("python3")), try #require(ProjectFolder.corpus)
    )
    let selection = ["--main", "--formats", "PNG,JPEG"]
    let list = try python.run([corpus + "/score.py", "list"] + selection)
    let scan = try Tally.program.run(
      ["scan", "-", "--format", "ndjson", "-q", "--effort", floor.effort], input: list.output)
    let folder = try TemporaryFolder()
    let run = try folder.write("run.ndjson", scan.output)
    let score = try python.run([corpus + "/score.py", "score", run, "--json"] + selection).object
    #expect(score["missing"] as? Int == 0)
    #expect(try #require(score["recall"] as? Double) >= floor.recall)
    #expect(try #require(score["false"] as? Int) <= floor.falseReads)
    #expect(try #require(score["photos"] as? [Int])[1] >= floor.photos)
  }
}
