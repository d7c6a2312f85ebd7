/// The one table of symbologies. Names, filters and capabilities derive from it.
///
/// Quiet zones are in modules, heights and X-dimensions in millimetres. zbar also reads ITF-14,
/// but can't tell it from ITF; ISBN is an EAN-13 that is named so on request. GS1 symbols of
/// general retail have an X-dimension of 0.264 mm at least, GS1-128 and ITF-14 0.25 mm (GS1
/// General Specifications, 5.12).
extension Symbology {
  /// The row of the table.
  public var facts: SymbologyFacts {
    switch self {
    case .qrCode:
      matrix("QR Code", "]Q1", "ISO/IEC 18004:2015", quiet: 4)
        .reads(with: "zbar").writes(with: QRCodeEncoder.encode)
    case .microQRCode:
      matrix("Micro QR Code", "]Q1", "ISO/IEC 18004:2015", quiet: 2)
        .writes(with: MicroQRCodeEncoder.encode)
    case .code128:
      linear("Code 128", "]C0", "ISO/IEC 15417:2007", quiet: (10, 10), height: 5)
        .reads(with: "zbar").writes(with: Code128Encoder.encode)
    case .gs1_128:
      linear("GS1-128", "]C1", "ISO/IEC 15417:2007", quiet: (10, 10), x: 0.25, height: 12.7)
        .reads(with: "zbar").writes(with: GS1_128Encoder.encode)
    case .code39:
      linear("Code 39", "]A0", "ISO/IEC 16388:2007", quiet: (10, 10), height: 5)
        .reads(with: "zbar").writes(with: Code39Encoder.encode)
    case .code93:
      linear("Code 93", "]G0", "AIM BC5:1995", quiet: (10, 10), height: 5)
        .reads(with: "zbar").writes(with: Code93Encoder.encode)
    case .codabar:
      linear("Codabar", "]F0", "EN 798:1995", quiet: (10, 10), height: 5)
        .reads(with: "zbar").writes(with: CodabarEncoder.encode)
    case .itf:
      linear("Interleaved 2 of 5", "]I0", "ISO/IEC 16390:2007", quiet: (10, 10), height: 5)
        .reads(with: "zbar").writes(with: ITFEncoder.itf)
    case .itf14:
      linear("ITF-14", "]I1", "ISO/IEC 16390:2007", quiet: (10, 10), x: 0.25, height: 12.7)
        .writes(with: ITFEncoder.itf14)
    case .ean13:
      linear("EAN-13", "]E0", "ISO/IEC 15420:2009", quiet: (11, 7), x: 0.264, height: 18.28)
        .reads(with: "zbar").writes(with: EANUPCEncoder.ean13)
    case .ean8:
      linear("EAN-8", "]E4", "ISO/IEC 15420:2009", quiet: (7, 7), x: 0.264, height: 14.58)
        .reads(with: "zbar").writes(with: EANUPCEncoder.ean8)
    case .upcA:
      linear("UPC-A", "]E0", "ISO/IEC 15420:2009", quiet: (9, 9), x: 0.264, height: 18.28)
        .reads(with: "zbar").writes(with: EANUPCEncoder.upcA)
    case .upcE:
      linear("UPC-E", "]E0", "ISO/IEC 15420:2009", quiet: (9, 7), x: 0.264, height: 18.28)
        .reads(with: "zbar").writes(with: UPCEEncoder.encode)
    case .ean2:
      linear("EAN-2", "]E1", "ISO/IEC 15420:2009", quiet: (7, 5), x: 0.264, kind: .addOn)
        .reads(with: "zbar").writes(with: EANAddOnEncoder.ean2)
    case .ean5:
      linear("EAN-5", "]E2", "ISO/IEC 15420:2009", quiet: (7, 5), x: 0.264, kind: .addOn)
        .reads(with: "zbar").writes(with: EANAddOnEncoder.ean5)
    case .isbn:
      linear("ISBN", "]E0", "ISO 2108:2017", quiet: (11, 7), x: 0.264, height: 18.28)
        .reads(with: "zbar", onByDefault: false)
    case .databar:
      linear("GS1 DataBar", "]e0", "ISO/IEC 24724:2011", quiet: (0, 0), x: 0.264)
        .reads(with: "zbar")
    case .databarExpanded:
      linear("GS1 DataBar Expanded", "]e0", "ISO/IEC 24724:2011", quiet: (0, 0), x: 0.264)
        .reads(with: "zbar")
    case .dataMatrix:
      matrix("Data Matrix", "]d1", "ISO/IEC 16022:2006", quiet: 1)
        .reads(with: "libdmtx", onByDefault: false)
        .writes(with: DataMatrixEncoder.encode)
    case .gs1DataMatrix:
      matrix("GS1 DataMatrix", "]d2", "ISO/IEC 16022:2006", quiet: 1)
        .reads(with: "libdmtx", onByDefault: false)
        .writes(with: DataMatrixEncoder.encodeGS1)
    case .pdf417:
      matrix("PDF417", "]L2", "ISO/IEC 15438:2015", quiet: 2, kind: .stacked)
    case .aztec:
      matrix("Aztec Code", "]z0", "ISO/IEC 24778:2008", quiet: 0)
    }
  }

  /// Every row, in the order of `allCases`.
  public static var table: [SymbologyFacts] { allCases.map(\.facts) }

  private func linear(
    _ title: String, _ identifier: String, _ standard: String, quiet: (left: Int, right: Int),
    x: Double = 0.16, height: Double? = nil, kind: SymbologyFacts.Kind = .linear
  ) -> SymbologyFacts {
    SymbologyFacts(
      name: rawValue, title: title, identifier: identifier, kind: kind, standard: standard,
      quietZone: .init(left: quiet.left, right: quiet.right, vertical: 0),
      minimumXDimension: .init(dots: 2, millimetres: x), minimumBarHeight: height)
  }

  private func matrix(
    _ title: String, _ identifier: String, _ standard: String, quiet: Int,
    kind: SymbologyFacts.Kind = .matrix
  ) -> SymbologyFacts {
    SymbologyFacts(
      name: rawValue, title: title, identifier: identifier, kind: kind, standard: standard,
      quietZone: .init(left: quiet, right: quiet, vertical: quiet),
      minimumXDimension: .init(dots: 3, millimetres: 0.25), minimumBarHeight: nil)
  }
}
