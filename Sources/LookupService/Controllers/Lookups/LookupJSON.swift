import Inventory
import Ledger

extension JSONWriter {
  /// `{match, code, count, results, location, unknown}`.
  mutating func value(_ lookup: Lookup) {
    object { json in
      json.member("match", lookup.match.rawValue)
      json.object("code") { json in
        json.member("raw", lookup.code)
        json.member("canonical", lookup.canonical)
        json.member("identifier", lookup.identifier)
      }
      json.member("count", lookup.results.count)
      json.array("results", lookup.results) { $0.value($1) }
      json.member("location", lookup.location)
      json.member("unknown", lookup.unknown?.rawValue)
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
    }
  }
}
