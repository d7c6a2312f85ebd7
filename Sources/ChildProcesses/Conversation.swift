import Foundation

/// Writing to a child and reading from it at the same time, until it ends.
struct Conversation {
  private let child: RunningChild
  private let limits: ChildLimits
  private let deadline: Deadline
  private var result = ChildResult(ending: .outOfTime)
  private var isOutputOpen = true
  private var areErrorsOpen = true
  private static let mostErrors = 65_536
  private static let portion = 65_536

  init(with child: RunningChild, limits: ChildLimits) {
    (self.child, self.limits) = (child, limits)
    deadline = Deadline(within: limits.time)
  }

  mutating func held(saying input: ChildInput) -> ChildResult {
    var toSay: ArraySlice<UInt8> = if case .bytes(let bytes) = input { bytes[...] } else { [] }
    if toSay.isEmpty { child.closeInput() }
    while true {
      let hasEnded = waitForNews()
      say(&toSay)
      listen()
      if result.output.count > limits.outputBytes { return stopped(.tooMuchOutput) }
      if hasEnded { return ended() }
      if deadline.hasPassed { return stopped(.outOfTime) }
    }
  }

  /// Waits for anything to do; true where the child has ended.
  private func waitForNews() -> Bool {
    var entries = [pollfd(fd: child.watch.number, events: Int16(POLLIN), revents: 0)]
    // poll(2) passes over negative descriptors.
    for (isOpen, number) in [(isOutputOpen, outputNumber), (areErrorsOpen, errorsNumber)] {
      entries.append(pollfd(fd: isOpen ? number : -1, events: Int16(POLLIN), revents: 0))
    }
    entries.append(pollfd(fd: child.inputNumber ?? -1, events: Int16(POLLOUT), revents: 0))
    Polling.wait(forAnyOf: &entries, until: deadline)
    return entries[0].revents != 0
  }

  private var outputNumber: Int32 { child.output?.number ?? -1 }
  private var errorsNumber: Int32 { child.errors?.number ?? -1 }

  private func say(_ bytes: inout ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    guard let count = child.writeSome(bytes.prefix(Self.portion)) else {
      // A child that has read enough is no fault: what it makes of it will be seen.
      bytes = []
      return child.closeInput()
    }
    bytes = bytes.dropFirst(count)
    if bytes.isEmpty { child.closeInput() }
  }

  private mutating func listen() {
    if isOutputOpen { isOutputOpen = take(outputNumber, into: \.output) }
    if areErrorsOpen { areErrorsOpen = take(errorsNumber, into: \.errors) }
    if result.errors.count > Self.mostErrors {
      result.errors.removeLast(result.errors.count - Self.mostErrors)
    }
  }

  /// One portion of what a pipe holds; false at its end.
  private mutating func take(_ number: Int32, into part: WritableKeyPath<ChildResult, [UInt8]>)
    -> Bool
  {
    switch Polling.read(number, atMost: Self.portion) {
    case .bytes(let bytes): result[keyPath: part] += bytes
    case .nothingYet: break
    case .end: return false
    }
    return true
  }

  /// Takes what the pipes still hold, after nobody is left who could write.
  private mutating func ended() -> ChildResult {
    result.ending = child.wait() ?? .outOfTime
    var before = -1
    while before != result.output.count + result.errors.count, isOutputOpen || areErrorsOpen {
      before = result.output.count + result.errors.count
      listen()
      if result.output.count > limits.outputBytes { return stopped(.tooMuchOutput) }
    }
    return result
  }

  private mutating func stopped(_ ending: ChildEnding) -> ChildResult {
    child.kill()
    _ = child.wait()
    result.ending = ending
    result.output.removeLast(max(result.output.count - limits.outputBytes, 0))
    return result
  }
}
