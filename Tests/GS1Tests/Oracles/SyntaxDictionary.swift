import Foundation
import TestSupport

/// GS1's own syntax dictionary, where it lies beside the project: the yardstick of our table.
struct SyntaxDictionary {
  static let path: String? = {
    let path = ProjectFolder.root + "/../shared/corpus/gs1/gs1-syntax-dictionary.txt"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  struct Component {
    let characters: Character
    let length: ClosedRange<Int>
    let isOptional: Bool
    let linters: [String]
  }

  struct Entry {
    let ais: [String]
    let isPredefined: Bool
    let isAttribute: Bool
    let components: [Component]
    let requirements: [String]
    let exclusions: [String]
    /// Nil for no primary key; alternatives of qualifiers otherwise.
    let qualifiers: [[String]]?
    let title: String
  }

  let entries: [Entry]

  init(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    entries = text.split(separator: "\n").filter { $0.first?.isNumber == true }.map {
      Entry(line: String($0))
    }
  }
}

extension SyntaxDictionary.Entry {
  fileprivate init(line: String) {
    let halves = line.split(separator: "#", maxSplits: 1)
    title = halves.count > 1 ? halves[1].trimmingCharacters(in: .whitespaces) : ""
    var words = halves[0].split(separator: " ").map(String.init)
    let range = words.removeFirst().split(separator: "-").map { Int($0)! }
    let digits = line.prefix { $0.isNumber }.count
    ais = (range[0]...range[range.count - 1]).map { String(format: "%0\(digits)d", $0) }
    let flags = words[0].allSatisfy { !$0.isLetter && $0 != "[" } ? words.removeFirst() : ""
    (isPredefined, isAttribute) = (flags.contains("*"), flags.contains("?"))
    let attributes = words.filter { $0.contains("=") || $0 == "dlpkey" }
    components = words.filter { !attributes.contains($0) }.map(SyntaxDictionary.Component.init)
    func values(_ key: String) -> [String] {
      attributes.filter { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
    }
    requirements = values("req")
    exclusions = values("ex").flatMap { $0.split(separator: ",").map(String.init) }
    let keys = values("dlpkey").first.map { value in
      value.split(separator: "|").map { $0.split(separator: ",").map(String.init) }
    }
    qualifiers = attributes.contains("dlpkey") ? [] : keys
  }
}

extension SyntaxDictionary.Component {
  fileprivate init(_ text: String) {
    var parts = text.split(separator: ",").map(String.init)
    var format = parts.removeFirst()
    isOptional = format.hasPrefix("[")
    format.removeAll { $0 == "[" || $0 == "]" }
    characters = format.removeFirst()
    let most = Int(format.filter(\.isNumber))!
    length = (format.hasPrefix("..") ? 1 : most)...most
    linters = parts
  }
}
