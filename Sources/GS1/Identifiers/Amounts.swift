/// Identifiers 390n to 395n: amounts and prices (GS1 General Specifications, 3.6). The fourth digit
/// says how many digits stand behind the decimal point.
extension ApplicationIdentifier {
  static let amounts: [ApplicationIdentifier] = [
    .ais("3900", "3909", "AMOUNT", .n(upTo: 15)).attribute.needs("255", "8020")
      .excludes("390n", "391n", "394n", "8111"),
    .ais("3910", "3919", "AMOUNT", .n(3, .currency), .n(upTo: 15)).attribute.needs("8020")
      .excludes("391n"),
    .ais("3920", "3929", "PRICE", .n(upTo: 15)).attribute
      .needs("01+30", "01+31nn", "01+32nn", "01+35nn", "01+36nn").excludes("392n", "393n"),
    .ais("3930", "3939", "PRICE", .n(3, .currency), .n(upTo: 15)).attribute
      .needs("30", "31nn", "32nn", "35nn", "36nn").excludes("393n"),
    .ais("3940", "3943", "PRCNT OFF", .n(4)).attribute.needs("255").excludes("394n", "8111"),
    .ais("3950", "3955", "PRICE/UoM", .n(6)).attribute
      .needs("30", "31nn", "32nn", "35nn", "36nn").excludes("392n", "393n", "395n", "8005"),
  ]
}
