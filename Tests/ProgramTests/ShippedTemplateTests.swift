import Foundation
import TestSupport
import Testing

/// The templates that come with the program, each with a row that it is made for.
struct ShippedTemplateTests {
  private static let rows = [
    "asset-tag":
      #"{"tag":"AST-000017","name":"14-inch laptop","location":"HQ/1/101","serial":"FE26"}"#,
    "asset-tag-small": #"{"tag":"AST-000017","name":"Height-adjustable desk","location":"HQ/2"}"#,
    "box": #"{"gtin":"1540014128876","name":"Cordless drill 18 V","count":"6"}"#,
    "cable-flag": #"{"tag":"CBL-000123","name":"Uplink, rack 4"}"#,
    "location": #"{"code":"HQ/1/101","name":"Front office, first floor"}"#,
    "logistics":
      #"{"sscc":"340123450000000000","gtin":"09506000134352","count":"48","lot":"AB-12","#
      + #""from":"Fennbrook Works, Mill Lane 4, Harwick","to":"Mossgate Stores, Quay 12, Portsea"}"#,
    "product":
      #"{"gtin":"400638133393","name":"Fountain pen, blue, medium nib","price":"12.90 €"}"#,
    "small-part": #"{"tag":"AST-000017","name":"Torque wrench"}"#,
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
        "label", "render", "--template", ProjectFolder.path("templates/\(name).yaml"), "--data",
        "-",
        "--out", folder.path("labels"), "--verify",
      ], input: Self.rows[name])
    #expect(result.status == 0, "\(result.errors)")
    let manifest = try String(
      contentsOfFile: folder.path("labels/manifest.ndjson"), encoding: .utf8)
    #expect(manifest.contains(#""verified":true"#), "\(manifest)")
  }
}
