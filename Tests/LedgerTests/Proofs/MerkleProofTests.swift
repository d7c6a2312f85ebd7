import TestSupport
import Testing

@testable import Ledger

/// Proofs prove what is so, and nothing else.
struct MerkleProofTests {
  @Test func `the frontier's root is the one of the definition, and survives being kept`() {
    let tree = SmallTree()
    for number in 0..<4300 {
      if number < 300 || number > 4090 {
        #expect(tree.frontier.root == SmallTree.root(tree.leaves[...]), "\(number) leaves")
        let kept = TreeFrontier(size: number, bytes: tree.frontier.bytes)
        #expect(kept?.root == tree.frontier.root)
        #expect(kept?.bytes == tree.frontier.bytes)
      }
      tree.append(.leaf([UInt8(number & 255), UInt8(number >> 8)]))
    }
  }

  @Test func `a frontier of the wrong length is none`() {
    let bytes = SmallTree(70).frontier.bytes
    #expect(TreeFrontier(size: 70, bytes: bytes) != nil)
    #expect(TreeFrontier(size: 71, bytes: bytes) == nil)
    #expect(TreeFrontier(size: 70, bytes: bytes.dropLast()) == nil)
    #expect(TreeFrontier(size: 70, bytes: bytes + [0]) == nil)
    #expect(TreeFrontier(size: -1, bytes: []) == nil)
  }

  @Test func `every leaf of every small tree is proven, and nothing that differs is`() throws {
    let all = SmallTree(130)
    for size in Array(1...70) + [127, 128, 129, 130] {
      let (tree, root) = (all.tree(ofSize: size), SmallTree.root(all.leaves.prefix(size)))
      for index in 0..<size {
        let path = try tree.inclusion(of: index)
        let prove = { (leaf: LogHash, index: Int, path: [LogHash]) in
          MerkleTree.root(of: leaf, at: index, in: size, through: path) == root
        }
        #expect(prove(all.leaves[index], index, path), "\(index) of \(size)")
        #expect(!prove(all.leaves[(index + 1) % 130], index, path), "another leaf")
        for other in 0..<size where other != index {
          #expect(!prove(all.leaves[index], other, path), "\(index) as \(other) of \(size)")
        }
        #expect(!prove(all.leaves[index], index, path + [root]), "one hash too many")
        #expect(!prove(all.leaves[index], index, [root] + path), "one hash too many")
        if !path.isEmpty {
          #expect(!prove(all.leaves[index], index, path.dropLast()), "truncated")
          #expect(!prove(all.leaves[index], index, Array(path.dropFirst())), "truncated")
          #expect(!prove(all.leaves[index], index, Self.flipped(path, seed: index)))
        }
        if path.count > 1, path.first != path.last {
          #expect(!prove(all.leaves[index], index, path.reversed()), "the other way round")
        }
      }
    }
  }

  @Test func `every tree is proven to go on from every smaller one, and nothing else is`() throws {
    let all = SmallTree(70)
    let roots = (0...70).map { SmallTree.root(all.leaves.prefix($0)) }
    for second in 0...70 {
      for first in 0...second {
        let path = try all.tree(ofSize: second).consistency(from: first)
        let prove = { (old: LogHash, new: LogHash, path: [LogHash]) in
          MerkleTree.isConsistent((first, old), (second, new), through: path)
        }
        #expect(prove(roots[first], roots[second], path), "\(first)..\(second)")
        #expect(!prove(roots[first], roots[second], path + [roots[1]]), "one hash too many")
        #expect(!prove(roots[first].flipped(second), roots[second], path), "another beginning")
        if first > 0 {
          #expect(!prove(roots[first], roots[second].flipped(7), path), "another end")
        }
        if !path.isEmpty {
          #expect(!prove(roots[first], roots[second], path.dropLast()), "truncated")
          #expect(!prove(roots[first], roots[second], Array(path.dropFirst())), "truncated")
          #expect(!prove(roots[first], roots[second], Self.flipped(path, seed: first)))
        }
      }
    }
  }

  @Test func `sizes and numbers that can't be prove nothing`() {
    let leaf = SmallTree(1).leaves[0]
    #expect(MerkleTree.root(of: leaf, at: 0, in: 1, through: []) == leaf)
    #expect(MerkleTree.root(of: leaf, at: 0, in: 0, through: []) == nil)
    #expect(MerkleTree.root(of: leaf, at: 1, in: 1, through: []) == nil)
    #expect(MerkleTree.root(of: leaf, at: -1, in: 1, through: []) == nil)
    #expect(!MerkleTree.isConsistent((2, leaf), (1, leaf), through: []))
    #expect(!MerkleTree.isConsistent((-1, leaf), (1, leaf), through: []))
    #expect(!MerkleTree.isConsistent((0, leaf), (1, leaf), through: []))
    #expect(MerkleTree.isConsistent((0, .empty), (1, leaf), through: []))
    #expect(!MerkleTree.isConsistent((1, leaf), (2, leaf), through: []))
  }

  @Test func `a node can't be passed off as an entry`() {
    let leaves = SmallTree(2).leaves
    #expect(LogHash.leaf(leaves[0].bytes + leaves[1].bytes) != .node(leaves[0], leaves[1]))
  }

  private static func flipped(_ path: [LogHash], seed: Int) -> [LogHash] {
    var (path, random) = (path, RandomSource(seed: UInt64(seed)))
    let place = Int.random(in: path.indices, using: &random)
    path[place] = path[place].flipped(Int.random(in: 0..<256, using: &random))
    return path
  }
}
