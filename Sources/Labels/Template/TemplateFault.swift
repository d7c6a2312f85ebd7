public import Diagnostics

/// Why a template can't be used: everything that was found, in the order of the file.
public struct TemplateFault: Fault, Equatable {
  /// One thing that is wrong.
  public struct Problem: Sendable, Equatable {
    /// `template.missing`, `template.unreadable`, `template.syntax`, `template.key-unknown`,
    /// `template.key-missing`, `template.element-unknown`, `template.value`,
    /// `template.placeholder`, `template.field-unknown`, `template.filter-unknown`,
    /// `template.outside`, `font.missing`.
    public let code: String
    /// The line in the file, from 1.
    public let line: Int?
    /// The character in the line, from 1.
    public let column: Int?
    /// The key that is at fault, or under which the value stands.
    public let key: String?
    /// What was got and what was expected.
    public let message: String
  }

  /// The template's file, safe to print.
  public let file: String
  /// At least one.
  public let problems: [Problem]

  /// The code of the first problem.
  public var code: String { problems.first?.code ?? "template.syntax" }
  /// A line a problem: `file:line:column: key: what is wrong`.
  public var message: String {
    problems.map { problem in
      var place = file
      if let line = problem.line { place += ":\(line)" }
      if let column = problem.column { place += ":\(column)" }
      if let key = problem.key { place += ": \(key)" }
      return "\(place): \(problem.message)"
    }.joined(separator: "\n")
  }

  /// A fault that isn't of one place in the file.
  init(file: String, code: String, message: String) {
    self.file = SafeText.terminal(file)
    problems = [Problem(code: code, line: nil, column: nil, key: nil, message: message)]
  }

  /// All that was found while reading; nil where nothing was.
  init?(file: String, _ found: TemplateProblems) {
    guard !found.all.isEmpty else { return nil }
    self.file = SafeText.terminal(file)
    problems = found.all.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
  }
}
