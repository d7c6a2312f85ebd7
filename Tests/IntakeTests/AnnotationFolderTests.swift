import Intake
import TestSupport
import Testing

struct AnnotationFolderTests {
  private func name(_ picture: String, of inputs: [String] = []) throws -> String {
    try AnnotationFolder("out", picturesOf: inputs).file(for: picture)
  }

  @Test func `folders below the one that is scanned are kept`() throws {
    let photos = try TemporaryFolder()
    let picture = try photos.write("HQ/2/201/desk-1.jpg", "")
    #expect(try name(picture, of: [photos.path]) == "out/HQ/2/201/desk-1.jpg.png")
    #expect(try name(picture, of: [photos.path("HQ/2")]) == "out/201/desk-1.jpg.png")
    #expect(try name(picture, of: [picture]) == "out/desk-1.jpg.png")
    #expect(try name("photos/./a.png") == "out/photos/a.png.png", "a list: below this folder")
  }

  @Test func `pictures of one name in several folders have a file each`() throws {
    let photos = try TemporaryFolder()
    let pictures = try ["a/1.png", "b/1.png", "1.png"].map { try photos.write($0, "") }
    let names = try pictures.map {
      try name($0, of: [photos.path("a"), photos.path("b"), pictures[2]])
    }
    #expect(names == ["out/a/1.png.png", "out/b/1.png.png", "out/1.png.png"])
  }

  @Test(arguments: [
    "../x.png", "../../../../../../../../x.png", "/etc/x.png", "a/../../x.png", "..", "/", "",
  ])
  func `no path leads out of the folder`(path: String) throws {
    let name = try name(path)
    #expect(name.hasPrefix("out") && name.hasSuffix(".png"))
    #expect(!name.split(separator: "/").contains(".."))
  }

  @Test func `paths that must be changed keep apart, and the same path has the same name`() throws {
    let paths = [
      "a:b.png", "a_b.png", "a?b.png", "a\nb.png", "a\u{202E}b.png", ".a.png", "_a.png", "../a.png",
      "/a.png", "a.png", String(repeating: "ä", count: 127) + "1",
      String(repeating: "ä", count: 127) + "2",
    ]
    let names = try paths.map { try name($0) }
    #expect(Set(names).count == paths.count, "\(names)")
    #expect(try names == paths.map { try name($0) })
    for part in names.flatMap({ $0.split(separator: "/") }) {
      #expect(part.utf8.count <= 255 && !part.hasPrefix("."))
      #expect(part.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" && $0 != ":" })
    }
  }

  @Test func `a folder inside of what is scanned is refused`() throws {
    let photos = try TemporaryFolder()
    for folder in ["", "/annotated", "/a/../b"] {
      #expect(throws: IntakeFault.self) {
        try AnnotationFolder(photos.path + folder, picturesOf: [photos.path])
      }
    }
    _ = try AnnotationFolder(photos.path + "-annotated", picturesOf: [photos.path])
  }
}
