import Intake
import Labels
import Testing

struct LabelVerifierTests {
  /// Whether a label with one symbol passes.
  private func verified(_ element: String, _ value: String) throws -> Bool? {
    let template = try LabelTemplate(
      yaml: """
        name: test
        size: [160, 40]
        dpi: 300
        file: "x"
        fields: {code: {}}
        elements:
          - \(element): "{code}"
            at: [40, 5]
            size: [80, 25]
        \(element == "code-39" ? "    full-ascii: true" : "")
        """, file: "test.yaml")
    let label = try LabelRenderer(template).render(["code": value])
    return LabelVerifier.verify(label.bitmap, label.codes)
  }

  @Test(arguments: [
    ("code-39", "Ab-50%"), ("code-39", "50%"), ("code-39", "A/B+C$"), ("ean-13", "0012345678905"),
    ("ean-13", "4006381333931"), ("itf-14", "15400141288763"), ("itf", "123456"),
    ("gs1-128", "(01)09506000134352(10)AB-1"), ("upc-e", "01234565"), ("codabar", "A123B"),
    ("ean-13", "4006381333931 12"), ("ean-13", "0012345678905+52495"),
    ("upc-a", "036000291452 99"), ("upc-e", "01234565 12345"), ("code-93", "Ab 12"),
    ("code-128", "AST-000017"),
  ])
  func `what was printed is read back`(element: String, value: String) throws {
    #expect(try verified(element, value) == true)
  }

  @Test(arguments: [("ean-2", "12"), ("ean-5", "51299"), ("itf", "1234")])
  func `what no scan reports alone isn't judged`(element: String, value: String) throws {
    #expect(try verified(element, value) == nil)
  }
}
