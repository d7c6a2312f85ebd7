import Diagnostics

/// A text of unknown origin in quotes, safe on a terminal.
func quoted(_ text: String) -> String { SafeText.quoted(text) }
