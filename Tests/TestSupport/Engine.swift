import Synchronization
public import Testing

/// The engines of databases that ledgers can lie in.
public enum Engine: String, Sendable, CaseIterable {
  case sqlite
  case postgres

  /// The one that the running test is about.
  @TaskLocal public static var current = Engine.sqlite

  /// What is left to do when that test has ended on it.
  @TaskLocal fileprivate static var rest: Rest?

  /// Has something done when the running test has ended on the present engine.
  public static func atEnd(_ step: @escaping @Sendable () -> Void) {
    rest?.steps.withLock { $0.append(step) }
  }

  fileprivate final class Rest: Sendable {
    let steps = Mutex<[@Sendable () -> Void]>([])
  }

  /// Those that are installed here.
  static let available = allCases.filter { $0 == .sqlite || PostgresServer.shared != nil }
}

/// Runs each test once on every engine; what fails says on which.
public struct EngineTrait: SuiteTrait, TestTrait, TestScoping {
  public var isRecursive: Bool { true }

  public func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    guard testCase != nil else { return try await function() }
    for engine in Engine.available {
      let rest = Engine.Rest()
      defer { for step in rest.steps.withLock({ $0 }) { step() } }
      try await Engine.$current.withValue(engine) {
        try await Engine.$rest.withValue(rest) {
          try await naming(engine).provideScope(
            for: test, testCase: testCase, performing: function)
        }
      }
    }
  }

  private func naming(_ engine: Engine) -> IssueHandlingTrait {
    .compactMapIssues { issue in
      var issue = issue
      issue.comments.append("on \(engine)")
      return issue
    }
  }
}

extension Trait where Self == EngineTrait {
  /// Runs each test once on every engine.
  public static var onEachEngine: EngineTrait { EngineTrait() }
}
