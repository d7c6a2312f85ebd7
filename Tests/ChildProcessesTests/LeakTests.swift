import ChildProcesses
import Foundation
import Testing
import TestSupport

/// Runs beside other tests of this program, which open descriptors too: what is counted are pipes
/// and watched processes after 200 runs, far more than others can hold open.
struct LeakTests {
  @Test func `200 runs of every kind leave neither descriptors nor zombies`() throws {
    let before = Self.descriptors
    for round in 0..<200 {
      switch round % 5 {
      case 0: _ = try ChildCommand("true").run()
      case 1: _ = try ChildCommand("cat").run(input: .bytes([1, 2, 3]))
      case 2: _ = try ChildCommand("cat", ["/dev/zero"], limits: ChildLimits(outputBytes: 10)).run()
      case 3: _ = try ChildCommand("cat").start()
      default: _ = try? ChildCommand("true", folder: "/none").run()
      }
    }
    #expect(Self.descriptors < before + 100)
    #expect(try Self.zombies() < 10)
  }

  private static var descriptors: Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
  }

  private static func zombies() throws -> Int {
    let folders = try FileManager.default.contentsOfDirectory(atPath: "/proc")
    return folders.count { name in
      guard let status = try? String(contentsOfFile: "/proc/\(name)/status", encoding: .utf8)
      else { return false }
      return status.contains("State:\tZ") && status.contains("PPid:\t\(getpid())\n")
    }
  }
}
