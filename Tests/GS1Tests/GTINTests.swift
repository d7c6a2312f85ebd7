import GS1
import TestSupport
import Testing

struct GTINTests {
  @Test(arguments: [
    ("96385074", "00000096385074"), ("036000291452", "00036000291452"),
    ("4006381333931", "04006381333931"), ("14006381333938", "14006381333938"),
  ])
  func `a GTIN of each length has fourteen digits in canonical form`(
    text: String, canonical: String
  ) throws {
    let gtin = try GTIN(text)
    #expect(gtin.digits == text)
    #expect(gtin.canonical == canonical)
    #expect(GTIN.isGTIN(text))
  }

  @Test func `GTINs that differ in leading zeros are equal`() throws {
    #expect(try GTIN("036000291452") == GTIN("0036000291452"))
    #expect(try Set([GTIN("036000291452"), GTIN("00036000291452")]).count == 1)
  }

  @Test func `other lengths and wrong check digits are refused`() {
    let length = #expect(throws: GS1Fault.self) { try GTIN("12345") }
    #expect(length?.code == "gs1.length")
    #expect(length?.message.contains("has 5 digits") == true)
    let check = #expect(throws: GS1Fault.self) { try GTIN("96385075") }
    #expect(check?.code == "gs1.check-digit")
    #expect(!GTIN.isGTIN("96385075"))
  }

  // One number for each rule of suppression: the last of the six digits says which.
  @Test(arguments: [
    ("04252614", "042100005264"), ("01234505", "012000003455"), ("01234531", "012300000451"),
    ("01234543", "012340000053"), ("01234565", "012345000065"),
  ])
  func `UPC-E stands for a UPC-A`(short: String, long: String) throws {
    #expect(try GTIN(upcE: short).digits == long)
    #expect(try GTIN(long).upcE == short)
  }

  @Test func `what is shortened expands to itself`() throws {
    var random = RandomSource(seed: 3), shortened = 0
    for _ in 0..<5000 {
      // Few different digits, so that many numbers have zeros enough.
      let body = (0..<10).map { _ in [0, 0, 0, 1, 3, 7].randomElement(using: &random)! }
      let digits = [Int.random(in: 0...1, using: &random)] + body
      let gtin = try GTIN((digits + [CheckDigit.compute(digits)]).map(String.init).joined())
      guard let short = gtin.upcE else { continue }
      shortened += 1
      #expect(try GTIN(upcE: short) == gtin)
    }
    #expect(shortened > 100)
  }

  @Test func `a number system other than 0 and 1 isn't UPC-E`() {
    let fault = #expect(throws: GS1Fault.self) { try GTIN(upcE: "24252614") }
    #expect(fault?.code == "gs1.upc-e")
  }

  @Test func `a GTIN without zeros enough has no UPC-E`() throws {
    #expect(try GTIN("4006381333931").upcE == nil)
    #expect(try GTIN("036000291452").upcE == nil)
  }
}
