import Diagnostics
import Testing

@testable import Ledger

/// The values that implementations of Certificate Transparency are tested with.
struct MerkleVectorTests {
  private static let leaves = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ]

  private static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test func `the roots of the eight standard leaves are the known ones`() throws {
    let tree = Self.tree()
    for (size, root) in Self.roots.enumerated() {
      #expect(Hex.text(try tree.tree(ofSize: size).root().bytes) == root, "\(size) leaves")
    }
    #expect(Hex.text(tree.frontier.root.bytes) == Self.roots[8])
  }

  @Test(arguments: [
    (0, 1, []), (0, 8, ["96a296d2", "5f083f0a", "6b47aaf2"]),
    (5, 8, ["bc1a0643", "ca854ea1", "d37ee418"]), (2, 3, ["fac54203"]),
    (1, 5, ["6e340b9c", "5f083f0a", "bc1a0643"]),
  ])
  func `inclusion proofs are the known ones`(_ index: Int, _ size: Int, _ hashes: [String]) throws {
    let path = try Self.tree().tree(ofSize: size).inclusion(of: index)
    #expect(path.map { String(Hex.text($0.bytes).prefix(8)) } == hashes)
  }

  @Test(arguments: [
    (1, 1, []), (1, 8, ["96a296d2", "5f083f0a", "6b47aaf2"]),
    (6, 8, ["0ebc5d34", "ca854ea1", "d37ee418"]), (2, 5, ["5f083f0a", "bc1a0643"]),
  ])
  func `consistency proofs are the known ones`(
    _ first: Int, _ second: Int, _ hashes: [String]
  ) throws {
    let path = try Self.tree().tree(ofSize: second).consistency(from: first)
    #expect(path.map { String(Hex.text($0.bytes).prefix(8)) } == hashes)
  }

  private static func tree() -> SmallTree {
    let tree = SmallTree()
    for leaf in leaves {
      let digits = Array(leaf)
      tree.append(
        .leaf(
          stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
          }))
    }
    return tree
  }
}
