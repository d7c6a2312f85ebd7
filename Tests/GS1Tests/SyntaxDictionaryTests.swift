import GS1
import TestSupport
import Testing

/// Our table of application identifiers against GS1's own.
@Suite(.enabled(if: SyntaxDictionary.path != nil, "the dictionary isn't beside the project"))
struct SyntaxDictionaryTests {
  private let dictionary: SyntaxDictionary

  init() throws {
    dictionary = try SyntaxDictionary(path: #require(SyntaxDictionary.path))
  }

  @Test func `every identifier is there, and no other`() {
    let theirs = dictionary.entries.flatMap(\.ais)
    #expect(theirs.count > 500)
    #expect(ApplicationIdentifier.all.flatMap(\.names).sorted() == theirs.sorted())
  }

  @Test func `titles, separators and roles in links are the same`() throws {
    for entry in dictionary.entries {
      let ours = try #require(ApplicationIdentifier.named(entry.ais[0]))
      #expect(ours.title == entry.title)
      #expect(ours.needsSeparator == !entry.isPredefined, "\(entry.ais[0])")
      switch ours.linkRole {
      case .none: #expect(!entry.isAttribute && entry.qualifiers == nil, "\(entry.ais[0])")
      case .attribute: #expect(entry.isAttribute && entry.qualifiers == nil, "\(entry.ais[0])")
      case .key(let qualifiers): #expect(entry.qualifiers == qualifiers, "\(entry.ais[0])")
      }
      let length = entry.components.reduce((0, 0)) {
        ($0.0 + ($1.isOptional ? 0 : $1.length.lowerBound), $0.1 + $1.length.upperBound)
      }
      #expect(ours.length == length.0...length.1)
    }
  }

  @Test func `what an identifier needs and excludes is the same`() throws {
    for entry in dictionary.entries {
      let ours = try #require(ApplicationIdentifier.named(entry.ais[0]))
      #expect(ours.exclusions.map(\.description).sorted() == entry.exclusions.sorted())
      let needs = ours.requirements.map { alternatives in
        alternatives.map { $0.map(\.description).joined(separator: "+") }.joined(separator: ",")
      }
      #expect(needs == entry.requirements, "\(entry.ais[0])")
    }
  }

  private func problems(_ ai: String, _ value: String) -> [GS1Problem] {
    let message = GS1Message([ElementString(ai: ai, value: value)])
    #expect(message.elements.map(\.value) == [value])
    return message.problems.filter(\.isOfMessage)
  }

  @Test func `values that keep the rules are valid`() {
    var values = RuleValues(random: RandomSource(seed: 11))
    for entry in dictionary.entries {
      for ai in entry.ais {
        for _ in 0..<20 {
          let parts = entry.components.map { values.valid($0) }
          let least = entry.components.prefix { !$0.isOptional }.count
          for count in least...parts.count {
            let value = parts.prefix(count).joined()
            let found = problems(ai, value)
            #expect(found.isEmpty, "(\(ai))\(value): \(found)")
          }
        }
      }
    }
  }

  @Test func `values that break a rule are not`() {
    var values = RuleValues(random: RandomSource(seed: 12)), count = 0
    for entry in dictionary.entries {
      for (index, component) in entry.components.enumerated() {
        for wrong in values.invalid(component) {
          var parts = entry.components.prefix(index + 1).map { values.valid($0) }
          parts[index] = wrong
          let rest = entry.components.dropFirst(index + 1).prefix { !$0.isOptional }
          let value = (parts + rest.map { values.valid($0) }).joined()
          #expect(!problems(entry.ais[0], value).isEmpty, "(\(entry.ais[0]))\(value)")
          count += 1
        }
      }
    }
    #expect(count > 300)
  }

  @Test func `values of other lengths or characters are not`() {
    var values = RuleValues(random: RandomSource(seed: 13))
    for entry in dictionary.entries {
      let parts = entry.components.map { values.valid($0) }
      let longest = entry.components.map { values.text($0.characters, $0.length.upperBound) }
      #expect(!problems(entry.ais[0], longest.joined() + "1").isEmpty, "\(entry.ais[0]) too long")
      #expect(!problems(entry.ais[0], "").isEmpty, "\(entry.ais[0]) empty")
      let shortest = entry.components.filter { !$0.isOptional }.map(\.length.lowerBound).reduce(
        0, +)
      let short = String(parts.joined().prefix(shortest - 1))
      #expect(!problems(entry.ais[0], short).isEmpty, "(\(entry.ais[0]))\(short) too short")
      for (index, component) in entry.components.enumerated() {
        for stranger in ["$", " ", "ä", "^", "\u{7F}"] + (component.characters == "N" ? ["A"] : [])
        {
          var wrong = parts
          wrong[index] = stranger + wrong[index].dropFirst()
          #expect(
            problems(entry.ais[0], wrong.joined()).contains { $0.code == "gs1.character" },
            "(\(entry.ais[0]))\(wrong.joined())")
        }
      }
    }
  }

  @Test func `what is needed is missed, and suffices when it is there`() throws {
    var values = RuleValues(random: RandomSource(seed: 14))
    for entry in dictionary.entries where !entry.requirements.isEmpty {
      let ai = entry.ais[0]
      let own = ElementString(ai: ai, value: value(ai, &values))
      let alone = GS1Message([own]).problems.filter { $0.code == "gs1.missing-ai" }
      #expect(alone.count == entry.requirements.count && alone.allSatisfy { $0.ai == ai }, "\(ai)")
      for alternative in entry.requirements[0].split(separator: ",") {
        let others = alternative.split(separator: "+").map { pattern in
          let other = String(pattern).replacing("n", with: "0")
          return ElementString(ai: other, value: value(other, &values))
        }
        let missing = GS1Message([own] + others).problems.filter {
          $0.code == "gs1.missing-ai" && $0.ai == ai
        }
        #expect(missing.isEmpty, "\(ai) with \(alternative)")
      }
    }
  }

  @Test func `what is excluded is found`() throws {
    var values = RuleValues(random: RandomSource(seed: 15))
    for entry in dictionary.entries {
      let ai = entry.ais[0]
      for pattern in entry.exclusions {
        let other = pattern.replacing("n", with: "1")
        guard other != ai, ApplicationIdentifier.named(other) != nil else { continue }
        let message = GS1Message(
          [ai, other].map { ElementString(ai: $0, value: value($0, &values)) })
        #expect(message.problems.contains { $0.code == "gs1.excluded-ai" && $0.ai == ai })
      }
    }
  }

  private func value(_ ai: String, _ values: inout RuleValues) -> String {
    let entry = dictionary.entries.first { $0.ais.contains(ai) }
    return entry?.components.prefix { !$0.isOptional }.map { values.valid($0) }.joined() ?? ""
  }
}
