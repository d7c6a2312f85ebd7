import ChildProcesses
import Foundation
import Testing

struct MemoryFileTests {
  @Test func `a file in memory is read by any number of children, from its beginning`() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let file = try MemoryFile(bytes)
    for _ in 0..<3 {
      let result = try ChildCommand("cat", ["/dev/stdin"])
        .run(input: .file(descriptor: file.descriptor))
      #expect(result.output == bytes)
    }
    let tail = try ChildCommand("tail", ["-c", "5", "/dev/stdin"])
      .run(input: .file(descriptor: file.descriptor))
    #expect(tail.output == Array(bytes.suffix(5)))
    #expect(
      try ChildCommand("cat").run(input: .file(descriptor: MemoryFile([]).descriptor)).output == [])
  }
}
