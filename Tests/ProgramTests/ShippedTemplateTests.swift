import Foundation
import TestSupport
import Testing

/// The templates that come with the program, each with a row that it is made for.
struct ShippedTemplateTests {
  static let rows = [
    "asset-tag":
      #"{"tag":"AST-000017","name":"14-inch laptop","location":"HQ/1/101","serial":"FE26"}"#,
    "asset-sheet":
      #"{"tag":"AST-000017","name":"14-inch laptop","location":"HQ/1/101","serial":"FE26"}"#,
    "asset-tag-small": #"{"tag":"AST-000017","name":"Height-adjustable desk","location":"HQ/2"}"#,
    "box": #"{"gtin":"15400141288763","name":"Cordless drill 18 V","count":"6"}"#,
    "cable-flag": #"{"tag":"CBL-000123","name":"Uplink, rack 4"}"#,
    "location": #"{"code":"HQ/1/101","name":"Front office, first floor"}"#,
    "logistics":
      #"{"sscc":"340123450000000000","gtin":"09506000134352","count":"48","lot":"AB-12","#
      + #""from":"Fennbrook Works, Mill Lane 4, Harwick","to":"Mossgate Stores, Quay 12, Portsea"}"#,
    "product":
      #"{"gtin":"4006381333931","name":"Fountain pen, blue, medium nib","price":"12.90 €"}"#,
    "small-part": #"{"tag":"AST-000017","name":"Torque wrench"}"#,
    "shelf": #"{"bin":"W1/A/04/2","name":"Hexagon bolts M8 × 40, zinc","minimum":"200"}"#,
    "address":
      #"{"name":"Mossgate Stores","street":"Quay 12","place":"Portsea","reference":"P-4"}"#,
    "visitor-badge": #"{"badge":"V-0417","name":"Ingrid Søndergård","date":"2026-11-21"}"#,
    // Numbered, without data.
    "spare-tag": "",
  ]

  @Test func `each template has a row here`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: ProjectFolder.path("templates"))
    #expect(Set(files) == Set(Self.rows.keys.map { "\($0).yaml" }))
  }

  @Test(arguments: rows.keys.sorted())
  func `a label of it is printed and read back`(name: String) throws {
    let folder = try TemporaryFolder()
    let result = try Tally.program.run(
      [
        "label", "render", "--template", ProjectFolder.path("templates/\(name).yaml"), "--out",
        folder.path("labels"), "--verify",
      ] + (Self.rows[name] == "" ? ["--count", "1"] : ["--data", "-"]), input: Self.rows[name])
    #expect(result.status == 0, "\(result.errors)")
    let manifest = try String(
      contentsOfFile: folder.path("labels/manifest.ndjson"), encoding: .utf8)
    #expect(manifest.contains(#""verified":true"#), "\(manifest)")
  }

  @Test func `all are listed and pass their check`() throws {
    let listed = try Tally.program.run(
      ["label", "templates", "--format", "csv"], in: ProjectFolder.root)
    #expect(listed.lines.first == "name,width,height,dpi,fields")
    #expect(listed.lines.contains("product,50,30,300,gtin name price"))
    #expect(listed.lines.count == Self.rows.count + 1)
    let checked = try Tally.program.run(
      ["label", "check"] + Self.rows.keys.sorted(), in: ProjectFolder.root)
    #expect(checked.status == 0)
    #expect(checked.output.contains("product: no fault\n  50 × 30 mm at 300 dpi"))
  }

  @Test func `a check names each fault with its line and goes on with the next file`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "bad.yaml",
      """
      name: bad
      size: [50, 25]
      dpi: 300
      file: "{tag}"
      fields: {tag: {}}
      elements:
        - cod-128: "{tag}"
          at: [1, 1]
          size: [40, 10]
        - text: "{nmae}"
          at: [1, 12]
          size: [40, 10]
      """)
    let result = try Tally.program.run(
      ["label", "check", path, "no-such-template", "product"], in: ProjectFolder.root)
    #expect(result.status == 1)
    #expect(result.errors.contains("bad.yaml:7:") && result.errors.contains("code-128"))
    #expect(result.errors.contains("bad.yaml:10:") && result.errors.contains("nmae"))
    #expect(result.errors.contains("no-such-template"))
    #expect(result.output.contains("product: no fault"))
  }

  @Test func `a shorter number isn't taken for one without its check digit`() throws {
    for (template, gtin) in [("product", "012345678905"), ("box", "4006381333931")] {
      let folder = try TemporaryFolder()
      let result = try Tally.program.run(
        [
          "label", "render", "--template", ProjectFolder.path("templates/\(template).yaml"),
          "--data", "-", "--out", folder.path("labels"),
        ], input: #"{"gtin":"\#(gtin)","name":"x"}"#)
      #expect(result.status == 1 && result.errors.contains("gtin"), "\(template)")
    }
  }
}
