import Diagnostics

/// A text of unknown origin in quotes, safe on a terminal.
func quoted(_ text: String) -> String { SafeText.quoted(text) }

/// A number with its noun: `1 picture`, `2 pictures`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// A number with a noun whose plural has no plain s.
func counted(_ number: Int, _ noun: String, _ plural: String) -> String {
  "\(number) \(number == 1 ? noun : plural)"
}
