import Diagnostics
import Yams

extension TemplateProblems {
  /// The root of a YAML text; nil and reported where it isn't YAML.
  func compose(_ yaml: String) -> Node? { compose(yaml, repeatedKeys: 0) }

  private func compose(_ yaml: String, repeatedKeys count: Int) -> Node? {
    do {
      // All values are read as texts first: rules that tell numbers from dates cost two milliseconds.
      return try Yams.compose(yaml: yaml, .basic)
    } catch let error as YamlError {
      report(error)
      if case .duplicatedKeysInMapping(_, let context) = error,
        let rest = RepeatedKeys.disguise(yaml, at: context.mark, count: count)
      {
        return compose(rest, repeatedKeys: count + 1)
      }
    } catch {
      report("syntax", at: nil, key: nil, "the text can't be read as YAML.")
    }
    return nil
  }

  private func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report("syntax", at: mark, key: nil, "this isn't YAML: \(problem).")
    case .duplicatedKeysInMapping(let keys, let context):
      report(
        "syntax", at: context.mark, key: keys.first,
        "the key stands there twice: \(SafeText.quoted(keys.first ?? "")).")
    default:
      report("syntax", at: nil, key: nil, "the text can't be read as YAML.")
    }
  }
}
