public import Testing

/// The engines of databases that ledgers can lie in.
public enum Engine: String, Sendable, CaseIterable {
  case sqlite
  case postgres

  /// The one that the running test is about.
  @TaskLocal public static var current = Engine.sqlite

  /// Those that are installed here.
  static let available = allCases.filter { $0 == .sqlite || PostgresServer.shared != nil }
}

/// Runs each test once on every engine; what fails says on which.
public struct EngineTrait: SuiteTrait, TestTrait, TestScoping {
  public var isRecursive: Bool { true }

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    guard testCase != nil else { return try await function() }
    for engine in Engine.available {
      try await Engine.$current.withValue(engine) {
        try await naming(engine).provideScope(for: test, testCase: testCase, performing: function)
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
