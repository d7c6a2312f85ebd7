/// Finds the assets that a code names: exactly, physical ids before product ids.
package struct CodeBook: Sendable {
  /// What a code leads to.
  package enum Resolution: Sendable, Equatable {
    case one(Int)
    /// Several assets, by index: two physical hits are several, even if one looks nicer.
    case many([Int])
    case none
  }

  private var physical = Owners()
  private var product = Owners()

  /// The codes of assets, which are named by their index.
  package init(_ assets: [Asset]) {
    physical.reserve(assets.count)
    for index in assets.indices {
      for code in assets[index].codes { add(code, of: index) }
    }
  }

  private mutating func add(_ code: AssetCode, of asset: Int) {
    let key = ScannedCode(code.text, rules: CodeRules()).key
    switch code.kind {
    case .physical: physical.add(asset, under: key)
    case .product: product.add(asset, under: key)
    }
  }

  /// The assets of a code as it was read.
  package func resolve(_ code: ScannedCode) -> Resolution {
    physical.resolve(code, .physical) ?? product.resolve(code, .product) ?? .none
  }
}

/// Who has which code of a kind: nearly always one asset, which is kept without a list of its own.
private struct Owners {
  private var owner: [String: Int] = [:]
  /// All owners of the codes that have several.
  private var several: [String: [Int]] = [:]

  mutating func reserve(_ count: Int) { owner.reserveCapacity(count) }

  /// Assets come in the order of their index.
  mutating func add(_ asset: Int, under key: String) {
    guard let other = owner.updateValue(asset, forKey: key), other != asset else { return }
    several[key, default: [other]].append(asset)
  }

  func resolve(_ code: ScannedCode, _ kind: AssetCode.Kind) -> CodeBook.Resolution? {
    guard !owner.isEmpty else { return nil }
    for key in code.keys(kind) {
      guard let one = owner[key] else { continue }
      return several[key].map { .many($0) } ?? .one(one)
    }
    return nil
  }
}
