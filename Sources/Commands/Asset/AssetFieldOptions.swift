import ArgumentParser
import Ledger

/// What a person may say of an asset beside where it is and who has it.
struct AssetFieldOptions: ParsableArguments {
  @Option(help: "What people call it.")
  var name: String?

  @Option(help: "The category; “IT Dept” and “it  dept” are one.")
  var category: String?

  @Option(help: "Who makes it.")
  var make: String?

  @Option(help: "The maker's name for it.")
  var model: String?

  @Option(help: "The maker's number of this piece.")
  var serial: String?

  @Option(help: "In what shape it is.")
  var condition: String?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A field of your own; an empty value takes it away.", valueName: "field=value"))
  var fields: [String] = []

  /// The draft of a tag; options that aren't there say nothing.
  func draft(_ tag: String) throws -> AssetDraft {
    AssetDraft(
      tag: tag, name: name, category: category, make: make, model: model, serial: serial,
      condition: condition, fields: try values())
  }

  var isEmpty: Bool {
    [name, category, make, model, serial, condition].allSatisfy { $0 == nil } && fields.isEmpty
  }

  private func values() throws -> [String: String] {
    var values: [String: String] = [:]
    for text in fields {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw ValidationError("--set needs FIELD=VALUE, got \(quoted(text)).")
      }
      guard values.updateValue(String(parts[1]), forKey: String(parts[0])) == nil else {
        throw ValidationError("--set names \(quoted(String(parts[0]))) twice.")
      }
    }
    return values
  }

  /// Says where a category is kept in another writing than the one that was given.
  func noteWriting(in store: LedgerStore) throws {
    guard let category, !category.isEmpty else { return }
    let kept = try store.writing(ofCategory: category)
    if !kept.utf8.elementsEqual(category.utf8) {
      Terminal.note(
        "The category \(quoted(category)) is kept as \(quoted(kept)), as it was first written.")
    }
  }
}
