package import GS1
package import Inventory
import Storage

/// What a code leads to.
package struct Lookup: Sendable, Equatable, Codable {
  package enum Match: String, Sendable, Codable {
    case one, many, none
  }

  package let match: Match
  /// As it was given.
  package let code: String
  /// As it is compared.
  package let canonical: String
  /// The symbology identifier before it (`]C1`, ISO/IEC 15424); nil for none.
  package let identifier: String?
  package let results: [AssetDetails]
  /// The location that the code names; nil for none, and for the code of an asset.
  package let location: String?
  /// The part that the code names; nil for none, and for the code of an asset or a location.
  package let part: Part?
  /// What kind of stranger the code is; nil where something was found.
  package let unknown: UnknownCode.Class?
  /// The label of ours that has the code, where no asset has it or nobody should come across it.
  package let label: IssuedLabel?
}

extension Lookup {
  /// The GS1 message that the code is; nil for all other codes, which costs nothing.
  package var message: GS1Message? { GS1Code.message(canonical, identifier: identifier) }
}

extension Lookup {
  /// What most lookups ask, as far as it can be told without the ledger's rules.
  fileprivate static func questions(about code: String) -> [SQLQuery] {
    let key = ScannedCode(code, rules: CodeRules()).keys(.physical).first
    return [Connection.settingsQuery(), LabelStepTable.hasEndedQuery]
      + (key.map { [CodeOwners.question($0.composed)] } ?? [])
  }
}

extension LedgerStore {
  /// Looks a code up, as it was read or typed: one statement for a code of ours.
  package func lookup(_ code: String) throws -> Lookup {
    try database.readBriefly { try $0.lookup(code) }
  }

  /// Looks codes up, all in one state of the ledger.
  package func lookups(_ codes: [String]) throws -> [Lookup] {
    try database.read { connection in try codes.map { try connection.lookup($0) } }
  }
}

extension Connection {
  fileprivate func lookup(_ code: String) throws -> Lookup {
    try askAhead(Lookup.questions(about: code))
    let rules = try remembered { try $0.codeRules() }
    let scanned = ScannedCode(code, rules: rules)
    let owners = try CodeOwners.find(scanned, self)
    guard owners.assets.isEmpty else {
      return Lookup(code, scanned, owners.assets, ended: try endedLabel(of: scanned))
    }
    return Lookup(code, scanned, [], try CodeStranger(scanned, rules, self))
  }
}

extension Lookup {
  fileprivate init(
    _ code: String, _ scanned: ScannedCode, _ results: [AssetDetails],
    _ stranger: CodeStranger? = nil, ended: IssuedLabel? = nil
  ) {
    match = results.isEmpty ? .none : results.count == 1 ? .one : .many
    (self.code, canonical, identifier) = (code, scanned.key, scanned.identifier)
    self.results = results
    location = stranger?.isLocation == true ? scanned.canonical : nil
    part = stranger?.part
    unknown = stranger?.isUnknown == true ? stranger?.kind : nil
    label = ended ?? (stranger?.isLocation == false ? stranger?.label : nil)
  }
}
