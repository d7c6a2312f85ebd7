import ChildProcesses
import Foundation
import Testing
import TestSupport

struct ChildCommandTests {
  private func shell(_ script: String, _ limits: ChildLimits = ChildLimits()) -> ChildCommand {
    ChildCommand("sh", ["-c", script], limits: limits)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `status, output and errors come back`() throws {
    let result = try shell("echo out; echo one >&2; echo two >&2; exit 7").run()
    #expect(result.ending == .exited(7) && !result.hasSucceeded)
    #expect(text(result.output) == "out\n")
    #expect(text(result.errors) == "one\ntwo\n" && result.lastWords == "two")
  }

  @Test func `arguments reach the program as they are`() throws {
    let hostile = ["-n", "a b", "$(id)", "`id`", "*", "\"'", "Grüße\n", ""]
    let result = try ChildCommand("printf", ["%s|"] + hostile).run()
    #expect(text(result.output) == hostile.map { $0 + "|" }.joined())
  }

  @Test func `the environment holds little, and what was asked for`() throws {
    let result = try ChildCommand("env", environment: ["COLOUR": "green"], folder: "/").run()
    let names = text(result.output).split(separator: "\n").compactMap {
      $0.split(separator: "=").first
    }
    #expect(Set(names).isSubset(of: ["PATH", "LC_ALL", "TZ", "HOME", "TMPDIR", "COLOUR"]))
    #expect(names.contains("COLOUR"))
  }

  @Test func `a child that takes too long is killed with all that it started`() throws {
    let folder = try TemporaryFolder()
    let late = folder.path("late")
    let start = ContinuousClock.now
    let result = try shell(
      "(sleep 2; touch \(late)) & sleep 600", ChildLimits(time: .milliseconds(300))
    ).run()
    #expect(result.ending == .outOfTime)
    #expect(ContinuousClock.now - start < .seconds(60), "it was not waited for")
    Thread.sleep(forTimeInterval: 2.5)
    #expect(!FileManager.default.fileExists(atPath: late))
  }

  @Test func `what a child leaves behind in its group ends with it`() throws {
    let result = try shell("sleep 600 & echo $!").run()
    let left = try #require(Int32(text(result.output).trimmingCharacters(in: .newlines)))
    #expect(result.ending == .exited(0))
    // It may be a zombie of init's for a moment.
    let status = try? String(contentsOfFile: "/proc/\(left)/status", encoding: .utf8)
    #expect(status?.contains("State:\tS") != true)
  }

  @Test func `memory beyond the limit is refused in the child`() throws {
    let script = "x = bytearray(800 << 20); print(len(x))"
    let small = ChildLimits(memoryBytes: 400 << 20)
    let refused = try ChildCommand("python3", ["-c", script], limits: small).run()
    #expect(refused.ending == .exited(1) && refused.lastWords == "MemoryError")
    #expect(try ChildCommand("python3", ["-c", script]).run().hasSucceeded)
  }

  @Test func `processor time beyond the limit ends the child by a signal`() throws {
    let result = try shell("while :; do :; done", ChildLimits(time: .seconds(60), cpuSeconds: 1))
      .run()
    #expect(result.ending == .signalled(SIGXCPU))
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGKILL])
  func `a crash is told as its signal`(signal: Int32) throws {
    #expect(try shell("kill -\(signal) $$").run().ending == .signalled(signal))
  }

  @Test func `output of megabytes comes whole, too much of it ends the child`() throws {
    let much = try ChildCommand("head", ["-c", "5000000", "/dev/zero"]).run()
    #expect(much.ending == .exited(0) && much.output.count == 5_000_000)
    let endless = try ChildCommand(
      "cat", ["/dev/zero"], limits: ChildLimits(outputBytes: 100_000)
    ).run()
    #expect(endless.ending == .tooMuchOutput && endless.output.count == 100_000)
  }

  @Test func `errors without end are cut, and don't stop the child`() throws {
    let result = try shell("head -c 1000000 /dev/zero >&2; echo done").run()
    #expect(result.ending == .exited(0) && text(result.output) == "done\n")
    #expect(result.errors.count == 65_536)
  }

  @Test func `input of megabytes goes in while output comes out`() throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
    let result = try ChildCommand("cat").run(input: .bytes(bytes))
    #expect(result.output == bytes)
    #expect(try ChildCommand("head", ["-c", "3"]).run(input: .bytes(bytes)).output == [0, 1, 2])
    #expect(try ChildCommand("cat").run(input: .bytes([])).output == [])
    #expect(try ChildCommand("cat").run().output == [])
  }

  @Test func `an open file is the child's standard input, to seek in`() throws {
    let folder = try TemporaryFolder()
    let descriptor = open(try folder.write("in", "content"), O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    let result = try ChildCommand("tail", ["-c", "4", "/dev/stdin"])
      .run(input: .file(descriptor: descriptor))
    #expect(text(result.output) == "tent")
  }

  @Test func `a missing program, one that isn't executable, and a missing folder are named`() throws
  {
    let folder = try TemporaryFolder()
    let plain = try folder.write("plain", "#!/bin/sh\n")
    for program in ["no-such-program-here", plain, folder.path] {
      let fault = #expect(throws: ChildFault.self) { try ChildCommand(program).run() }
      #expect(fault?.code == "child.missing")
    }
    let broken = try folder.write("broken", "#!/no/such/interpreter\n")
    chmod(broken, 0o755)
    #expect(throws: ChildFault.self) { try ChildCommand(broken).run() }
    let fault = #expect(throws: ChildFault.self) {
      try ChildCommand("true", folder: folder.path("none")).run()
    }
    #expect(fault?.code == "child.unstartable")
    #expect(fault?.message.contains("No such file or directory") == true)
  }

  @Test func `a child inherits no descriptor but its standard streams`() throws {
    let open = Foundation.open("/dev/null", O_RDONLY)
    defer { close(open) }
    let result = try shell("ls /proc/self/fd | wc -l").run()
    // 0, 1, 2, and the folder that ls itself reads.
    #expect(text(result.output) == "4\n")
  }
}
