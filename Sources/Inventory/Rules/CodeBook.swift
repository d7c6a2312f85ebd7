/// Finds the assets that a code names: exactly, physical ids before product ids.
package struct CodeBook: Sendable {
  /// What a code leads to.
  package enum Resolution: Sendable, Equatable {
    case one(Int)
    /// Several assets, by index: two physical hits are several, even if one looks nicer.
    case many([Int])
    case none
  }

  private var physical: [String: [Int]] = [:]
  private var product: [String: [Int]] = [:]

  /// The codes of assets, which are named by their index.
  package init(_ assets: [Asset]) {
    physical.reserveCapacity(assets.count)
    for (index, asset) in assets.enumerated() {
      for code in asset.codes { add(code, of: index) }
    }
  }

  private mutating func add(_ code: AssetCode, of asset: Int) {
    let key = ScannedCode(code.text, rules: CodeRules()).key
    switch code.kind {
    case .physical: Self.insert(asset, at: key, in: &physical)
    case .product: Self.insert(asset, at: key, in: &product)
    }
  }

  private static func insert(_ asset: Int, at key: String, in book: inout [String: [Int]]) {
    if book[key, default: []].last != asset { book[key, default: []].append(asset) }
  }

  /// The assets of a code as it was read.
  package func resolve(_ code: ScannedCode) -> Resolution {
    for (kind, book) in [(AssetCode.Kind.physical, physical), (.product, product)] {
      guard let owners = code.keys(kind).lazy.compactMap({ book[$0] }).first else { continue }
      return owners.count == 1 ? .one(owners[0]) : .many(owners)
    }
    return .none
  }
}
