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
    #expect(try ImageFinder.files(at: [folder.path]) == expected.map(folder.path))
    #expect(try ImageFinder.files(at: [folder.path + "/"]) == expected.map(folder.path))
  }

  @Test func `files that are named pass whatever their names are, in the order given`() throws {
    let folder = try TemporaryFolder()
    let paths = try ["z", ".hidden", "a.txt"].map { try folder.write($0, "") }
    #expect(try ImageFinder.files(at: paths) == paths)
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
    #expect(try ImageFinder.files(at: [folder.path]) == [folder.path("a/b.png")])
  }
}
