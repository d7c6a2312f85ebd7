import Ledger
import TestSupport
import Testing

@Suite(.onEachEngine)
struct CustomFieldTests {
  private func ledger(_ fields: CustomField...) throws -> TestLedger {
    let ledger = try TestLedger()
    for field in fields { _ = try ledger.store.define(field, by: TestLedger.ann) }
    return ledger
  }

  private static let size = CustomField(name: "Size", type: .choice, values: ["small", "Large"])

  struct Value: Sendable {
    let type: CustomField.Kind
    let said: String
    /// Nil where it is refused.
    let kept: String?
  }

  @Test(arguments: [
    Value(type: .text, said: "any „text“", kept: "any „text“"),
    Value(type: .text, said: "two\nlines", kept: nil),
    Value(type: .number, said: "0012.500", kept: "12.5"),
    Value(type: .number, said: "-0.0", kept: "0"), Value(type: .number, said: "+7", kept: "7"),
    Value(type: .number, said: "0.1000000000000000000000001", kept: "0.1000000000000000000000001"),
    Value(type: .number, said: "1e3", kept: nil), Value(type: .number, said: "1,5", kept: nil),
    Value(type: .number, said: ".5", kept: nil), Value(type: .number, said: "٣", kept: nil),
    Value(type: .number, said: "1234567890123456789012345678901", kept: nil),
    Value(type: .date, said: "2028-02-29", kept: "2028-02-29"),
    Value(type: .date, said: "2027-02-29", kept: nil),
    Value(type: .date, said: "29.2.2028", kept: nil),
    Value(type: .yesNo, said: "TRUE", kept: "yes"), Value(type: .yesNo, said: "no", kept: "no"),
    Value(type: .yesNo, said: "perhaps", kept: nil),
    Value(type: .choice, said: "  LARGE ", kept: "Large"),
    Value(type: .choice, said: "huge", kept: nil),
  ])
  func `a value is kept in one form, or refused with what was expected`(_ value: Value) throws {
    let ledger = try ledger(
      value.type == .choice ? Self.size : CustomField(name: "Size", type: value.type))
    try ledger.take(AssetDraft(tag: "A-1"))
    let step = AssetStep.edit(AssetDraft(tag: "", fields: ["size": value.said]))
    guard let kept = value.kept else {
      try ledger.expectEntries {
        let fault = try fault { try ledger.step(step, "A-1") }
        #expect(fault?.code == "field.value")
        #expect(fault?.message.contains("expected") == true)
      }
      return
    }
    let asset = try ledger.step(step, "A-1")
    #expect(asset.fields == ["Size": kept])
    #expect(asset.version == 2)
    try ledger.expectEntries { try ledger.step(step, "A-1") }
    #expect(try ledger.store.lookup("A-1").results == [asset])
    let gone = try ledger.step(.edit(AssetDraft(tag: "", fields: ["SIZE": ""])), "A-1")
    #expect(gone.fields == nil)
  }

  @Test(arguments: [
    CustomField(name: "", type: .text), CustomField(name: " ", type: .text),
    CustomField(name: "Serial", type: .text), CustomField(name: "A", type: .choice),
    CustomField(name: "A", type: .choice, values: ["x", "X"]),
    CustomField(name: "A", type: .text, values: ["x"]),
    CustomField(name: "A\nB", type: .text),
    CustomField(name: "size", type: .text),
    CustomField(name: "SIZE", type: .choice, values: ["small"]),
  ])
  func `a definition that can't be is refused`(_ field: CustomField) throws {
    let ledger = try ledger(Self.size)
    try ledger.expectEntries {
      let fault = try fault { _ = try ledger.store.define(field, by: TestLedger.ann) }
      #expect(fault?.code == "field.definition")
    }
  }

  @Test
  func `a second definition adds values, and keeps the first writing`() throws {
    let ledger = try ledger(Self.size)
    let more = CustomField(name: "size", type: .choice, values: ["huge", "SMALL", "large"])
    let field = try ledger.store.define(more, by: TestLedger.ann)
    #expect(field.name == "Size")
    #expect(field.values == ["small", "Large", "huge"])
    try ledger.expectEntries { _ = try ledger.store.define(more, by: TestLedger.ann) }
    #expect(try ledger.store.customFields() == [field])
  }

  @Test
  func `a category that needs a field gets no asset without it`() throws {
    let ledger = try ledger()
    try ledger.take(AssetDraft(tag: "old", category: "Printers"))
    _ = try ledger.store.define(
      CustomField(name: "Size", type: .text, requiredFor: "printers"), by: TestLedger.ann)
    #expect(try ledger.store.customFields()[0].requiredFor == "Printers")
    func refusal(_ draft: AssetDraft) throws -> String? {
      guard case .refused(let fault) = try ledger.take(draft)[0] else { return nil }
      return fault.code
    }
    #expect(try refusal(AssetDraft(tag: "A-1", category: "PRINTERS")) == "field.required")
    #expect(
      try refusal(AssetDraft(tag: "A-1", category: "PRINTERS", fields: ["size": "A4"])) == nil)
    #expect(try refusal(AssetDraft(tag: "A-1", fields: ["Size": ""])) == "field.required")
    #expect(try refusal(AssetDraft(tag: "A-2")) == nil)
    #expect(try refusal(AssetDraft(tag: "A-2", category: "Printers")) == "field.required")
    #expect(try refusal(AssetDraft(tag: "old", name: "may be as it was")) == nil)
  }

  @Test
  func `values of fields are found by a search`() throws {
    let ledger = try ledger(CustomField(name: "Owner's mark", type: .text))
    try ledger.take(
      AssetDraft(tag: "A-1", name: "Lamp", fields: ["Owner's mark": "Red Kite"]),
      AssetDraft(tag: "A-2", name: "Kite", condition: "worn"))
    func found(_ words: String) throws -> [String] {
      try ledger.store.searchAssets(words).assets.map(\.tag)
    }
    #expect(try found("kite") == ["A-1", "A-2"])
    #expect(try found("lamp red") == ["A-1"])
    #expect(try found("worn") == ["A-2"])
    #expect(try found("red worn") == [])
  }

  // MARK: Categories

  @Test(arguments: ["it  dept", "IT\tDEPT", "ＩＴ Dept", " It Dept "])
  func `a category is one, however it is written, and the first writing stays`(
    _ writing: String
  ) throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", category: "IT Dept"))
    try ledger.take(AssetDraft(tag: "A-2", category: writing))
    #expect(try ledger.store.asset(named: "A-2").category == "IT Dept")
    #expect(try ledger.store.writing(ofCategory: writing) == "IT Dept")
    try ledger.expectEntries { try ledger.take(AssetDraft(tag: "A-1", category: writing)) }
    #expect(try ledger.store.writing(ofCategory: "New one") == "New one")
  }
}
