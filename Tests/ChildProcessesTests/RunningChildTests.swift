import ChildProcesses
import Foundation
import Testing

struct RunningChildTests {
  @Test func `a worker answers what is written to it, as often as wanted`() throws {
    let worker = try ChildCommand("cat").start()
    for round in 0..<50 {
      let line = Array("line \(round)\n".utf8)
      try worker.write(line, within: .seconds(30))
      #expect(worker.read(within: .seconds(30)) == .bytes(line))
    }
    #expect(worker.wait(within: .zero) == nil)
    worker.closeInput()
    #expect(worker.read(within: .seconds(30)) == .end)
    #expect(worker.wait(within: .seconds(30)) == .exited(0))
    #expect(worker.wait() == .exited(0), "asked again, it says the same")
  }

  @Test func `a worker that says nothing is waited for as long as wanted, then killed`() throws {
    let worker = try ChildCommand("sleep", ["600"]).start()
    #expect(worker.read(within: .milliseconds(50)) == .nothingYet)
    #expect(worker.wait(within: .milliseconds(50)) == nil)
    worker.kill()
    #expect(worker.wait(within: .seconds(30)) == .signalled(SIGKILL))
    worker.kill()
  }

  @Test func `a worker that doesn't read is no reason to wait for ever or to die`() throws {
    let stuck = try ChildCommand("sleep", ["600"]).start()
    let much = [UInt8](repeating: 0, count: 1 << 20)
    #expect(throws: ChildFault.self) { try stuck.write(much, within: .milliseconds(100)) }
    let ended = try ChildCommand("true").start()
    #expect(ended.wait() == .exited(0))
    let fault = #expect(throws: ChildFault.self) { try ended.write(much) }
    #expect(fault?.code == "child.broken-pipe")
  }

  @Test func `a worker whose owner is gone is gone too`() throws {
    var worker: RunningChild? = try ChildCommand("sleep", ["600"]).start()
    let process = try #require(worker?.process)
    #expect(kill(process, 0) == 0)
    worker = nil
    #expect(kill(process, 0) == -1 && errno == ESRCH)
  }
}
