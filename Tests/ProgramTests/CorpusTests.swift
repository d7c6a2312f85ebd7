import Foundation
import TestSupport
import Testing

/// Public pictures with known content, where they lie beside the project.
struct CorpusTests {
  /// What zbarimg 0.23.92 reaches on the same pictures.
  private static let peer = (recall: 74.6, falseReads: 8)

  @Test(
    .enabled(if: ProjectFolder.corpus != nil, "the public pictures aren't beside the project"),
    .enabled(if: Program.tool("python3") != nil, "python3 is not installed"))
  func `recall is at least zbarimg's, and false reads are no more`() throws {
    let (python, corpus) = (
      try #require(Program.tool("python3")), try #require(ProjectFolder.corpus)
    )
    let selection = ["--main", "--formats", "PNG,JPEG"]
    let list = try python.run([corpus + "/score.py", "list"] + selection)
    let scan = try Tally.program.run(["scan", "-", "--format", "ndjson", "-q"], input: list.output)
    let folder = try TemporaryFolder()
    let run = try folder.write("run.ndjson", scan.output)
    let score = try python.run([corpus + "/score.py", "score", run, "--json"] + selection).object
    #expect(score["missing"] as? Int == 0)
    #expect(try #require(score["recall"] as? Double) >= Self.peer.recall)
    #expect(try #require(score["false"] as? Int) <= Self.peer.falseReads)
  }
}
