import Diagnostics
import Yams

/// Collects what is wrong with a template while it is read, so that all is told at once.
final class TemplateProblems {
  private(set) var all: [TemplateFault.Problem] = []

  func report(_ code: String, at mark: Mark?, key: String?, _ message: String) {
    all.append(
      TemplateFault.Problem(
        code: "template.\(code)", line: mark?.line, column: mark?.column,
        key: key.map(SafeText.terminal), message: message))
  }

  /// A fault of another room, such as a font that isn't installed, at its place in the template.
  func report(_ fault: any Fault, line: Int?, column: Int?, key: String) {
    all.append(
      TemplateFault.Problem(
        code: fault.code, line: line, column: column, key: key, message: fault.message))
  }
}
