import Foundation
import Scanning
import Testing
import TestSupport

struct ImageFinderTests {
  @Test func `folders give their pictures in the byte order of paths`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.png", "a/z.JPG", "a/y.jpeg", "a.png", "a/b/c.PNG", "Z.png", "ä.png"] {
      try folder.write(name, "")
    }
    for name in ["notes.txt", ".hidden.png", ".git/x.png", "a/b/png", "x.png/inner.png"] {
      try folder.write(name, "")
    }
    let expected = [
      "Z.png", "a.png", "a/b/c.PNG", "a/y.jpeg", "a/z.JPG", "b.png", "x.png/inner.png", "ä.png",
    ]
    #expect(try Array(ImageFinder.files(at: [folder.path])) == expected.map(folder.path))
    #expect(try Array(ImageFinder.files(at: [folder.path + "/"])) == expected.map(folder.path))
  }

  @Test func `files that are named pass whatever their names are, in the order given`() throws {
    let folder = try TemporaryFolder()
    let paths = try ["z", ".hidden", "a.txt"].map { try folder.write($0, "") }
    #expect(try Array(ImageFinder.files(at: paths)) == paths)
  }

  @Test func `a path that isn't there is refused by name`() throws {
    let folder = try TemporaryFolder()
    let fault = #expect(throws: PathFault.self) {
      try ImageFinder.files(at: [folder.path, folder.path("none\u{1B}")])
    }
    #expect(fault?.code == "path.missing")
    #expect(fault?.message.contains(#"none\u{1B}"#) == true)
  }

  @Test func `a ring of links has an end`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/b.png", "")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("a/ring"), withDestinationPath: folder.path)
    #expect(try Array(ImageFinder.files(at: [folder.path])) == [folder.path("a/b.png")])
  }

  @Test func `the walk is the sorted list of all paths, whatever the names are`() throws {
    let folder = try TemporaryFolder()
    var random = RandomSource(seed: 7)
    let parts = ["a", "a-", "a.", "a0", "A", "ä", " ", "b c", "\u{1B}[2J", "-x"]
    for _ in 0..<300 {
      let depth = Int.random(in: 1...4, using: &random)
      let path = (0..<depth).map { _ in parts.randomElement(using: &random) ?? "a" }
      try folder.write(path.joined(separator: "/") + ".d/" + "x.png", "")
    }
    let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".png") }
    let sorted = all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(try Array(ImageFinder.files(at: [folder.path])) == sorted.map(folder.path))
    #expect(all.count > 100)
  }

  @Test func `a folder that goes away during the walk comes out as a path of its own`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.png", "b/c.png", "d.png"] { try folder.write(name, "") }
    var files = try ImageFinder.files(at: [folder.path]).makeIterator()
    #expect(files.next() == folder.path("a.png"))
    try FileManager.default.removeItem(atPath: folder.path("b"))
    #expect(files.next() == folder.path("b"))
    #expect(files.next() == folder.path("d.png"))
    #expect(files.next() == nil)
  }
}
