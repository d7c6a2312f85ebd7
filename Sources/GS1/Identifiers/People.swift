/// Identifiers 7241 to 7259: patients, and what identifies them (GS1 General Specifications, 3.8).
extension ApplicationIdentifier {
  static let people: [ApplicationIdentifier] = [
    .ai("7241", "AIDC MEDIA TYPE", .n(2, .mediaType)).attribute.needs("8017", "8018"),
    .ai("7242", "VCN", .x(upTo: 25)).attribute.needs("8017", "8018"),
    .ai("7250", "DOB", .n(8, .fullDate)).attribute.needs("8018").excludes("7251"),
    .ai("7251", "DOB TIME", .n(8, .fullDate), .n(4, .hourAndMinute)).attribute.needs("8018")
      .excludes("7250"),
    // ISO/IEC 5218: not known, male, female, not applicable.
    .ai("7252", "BIO SEX", .n(1, .oneOf("0129"))).attribute.needs("8018"),
    .ai("7253", "FAMILY NAME", .x(upTo: 40, .percentEncoding)).attribute
      .needs("8017", "8018").excludes("7256", "7259"),
    .ai("7254", "GIVEN NAME", .x(upTo: 40, .percentEncoding)).attribute
      .needs("8017", "8018").excludes("7256", "7259"),
    .ai("7255", "SUFFIX", .x(upTo: 10)).attribute.needs("8017", "8018")
      .excludes("7256", "7259"),
    .ai("7256", "FULL NAME", .x(upTo: 90, .percentEncoding)).attribute.needs("8017", "8018"),
    .ai("7257", "PERSON ADDR", .x(upTo: 70, .percentEncoding)).attribute.needs("8018"),
    .ai("7258", "BIRTH SEQUENCE", .x(3, .positionInSequence)).attribute.needs("8018+7259"),
    .ai("7259", "BABY", .x(upTo: 40, .percentEncoding)).attribute.needs("8018")
      .excludes("7256"),
  ]
}
