import Barcodes
import GS1
import Inventory
import Ledger

extension JSONWriter {
  /// `{match, code, count, results, location, part, unknown}`; `part` only where there is one.
  ///
  /// - Parameter code: what was asked for, where something stood before it for the lookup.
  mutating func value(_ lookup: Lookup, asked code: LookupCode? = nil) {
    object { json in
      json.member("match", lookup.match.rawValue)
      json.object("code") { json in
        json.member("raw", code?.text ?? lookup.code)
        json.member("canonical", lookup.canonical)
        json.member("symbology", (code?.symbology ?? lookup.symbology)?.rawValue)
        json.member("identifier", code == nil ? lookup.identifier : code?.identifier)
        json.array("gs1", lookup.message?.elements ?? []) { $0.value($1) }
      }
      json.member("count", lookup.results.count)
      json.array("results", lookup.results) { $0.value($1) }
      json.member("location", lookup.location)
      if let part = lookup.part { json.object("part") { $0.members(of: part) } }
      json.member("unknown", lookup.unknown?.rawValue)
    }
  }

  private mutating func members(of part: Part) {
    member("number", part.number)
    member("code", part.code)
    member("name", part.name)
    member("unit", part.unit)
    member("lots", part.hasLots)
  }

  private mutating func value(_ element: ElementString) {
    object { json in
      json.member("ai", element.ai)
      json.member("title", element.title)
      json.member("value", element.value)
    }
  }

  /// What the books say of an asset; the keys are those of `tally asset show --format json`.
  mutating func value(_ asset: AssetDetails) {
    object { json in
      json.member("id", asset.id)
      json.member("number", asset.number)
      json.member("tag", asset.tag)
      json.member("name", asset.name)
      json.member("category", asset.category)
      json.member("make", asset.make)
      json.member("model", asset.model)
      json.member("serial", asset.serial)
      json.member("status", asset.status.rawValue)
      json.member("location", asset.location)
      json.member("custodian", asset.custodian)
      json.array("codes", asset.codes) { $0.value($1) }
      if let condition = asset.condition { json.member("condition", condition) }
      if let due = asset.due { json.member("due", due) }
      if let time = asset.verifiedAt { json.member("verified_at", time) }
      json.member("version", asset.version)
      json.fields(asset.fields)
    }
  }

  private mutating func fields(_ fields: [String: String]?) {
    guard let fields else { return }
    object("fields") { json in
      for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
        json.key(text: name)
        json.value(value)
      }
    }
  }
}

extension Lookup {
  /// What the symbology identifier before the code tells.
  fileprivate var symbology: Symbology? {
    guard let identifier else { return nil }
    // As it was sent: the canonical form of a GTIN has 14 digits, whatever it was read from.
    let sent = code.utf8.dropFirst(3).prefix { $0 != 0x0D && $0 != 0x0A }
    return Symbology(identifier: identifier, content: String(decoding: sent, as: UTF8.self))
  }
}
