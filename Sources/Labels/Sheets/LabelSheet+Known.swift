// size: table

extension LabelSheet {
  /// The sheets that are known by name, as their makers publish them.
  ///
  /// Makers say a label's size and the pitch, and round margins to a millimetre or not at all;
  /// the labels of these sheets stand in the middle of their page unless a margin is given here.
  package static let known: [LabelSheet] = avery + zweckform + herma + averyLetter

  private static func a4(
    _ name: String, _ columns: Int, _ rows: Int, _ size: (Double, Double),
    pitch: (Double, Double)? = nil, corner: Double = 0, isRound: Bool = false,
    _ aliases: String...
  ) -> LabelSheet {
    LabelSheet(
      name, aliases: aliases, page: .a4, columns: columns, rows: rows,
      size: Extent(x: size.0, y: size.1), pitch: pitch.map { Extent(x: $0.0, y: $0.1) },
      corner: corner, isRound: isRound)
  }

  /// US Letter, in inches.
  private static func letter(
    _ name: String, _ columns: Int, _ rows: Int, _ size: (Double, Double),
    pitch: (Double, Double)? = nil, corner: Double = 0, isRound: Bool = false,
    _ aliases: String...
  ) -> LabelSheet {
    LabelSheet(
      name, aliases: aliases, page: .letter, columns: columns, rows: rows,
      size: Extent(x: size.0 * 25.4, y: size.1 * 25.4),
      pitch: pitch.map { Extent(x: $0.0 * 25.4, y: $0.1 * 25.4) }, corner: corner * 25.4,
      isRound: isRound)
  }

  private static let avery = [
    a4("avery-l4730", 10, 27, (17.8, 10), pitch: (20.3, 10), corner: 1.6),
    a4(
      "avery-l4731", 7, 27, (25.4, 10), pitch: (27.9, 10), corner: 1.6, "avery-l6008", "avery-l7658"
    ),
    a4(
      "avery-l4732", 5, 16, (35.6, 16.9), pitch: (38.1, 16.9), corner: 1.5, "zweckform-l4732",
      "avery-l7656"),
    a4(
      "avery-l4770", 4, 10, (45.7, 25.4), pitch: (48.25, 25.4), corner: 1.5, "avery-l7654",
      "avery-j8654", "avery-l6140", "avery-l6145"),
    a4(
      "avery-l4785", 2, 5, (80, 50), pitch: (95, 55), corner: 4, "avery-l4784", "avery-l4786",
      "avery-l4787"),
    a4("avery-l7157", 3, 11, (64, 24.3), pitch: (66.5, 24.3), corner: 3, "avery-j8157"),
    a4(
      "avery-l7159", 3, 8, (63.5, 33.9), pitch: (66, 33.9), corner: 1.8, "avery-j8159",
      "zweckform-l7159"),
    a4(
      "avery-l7160", 3, 7, (63.5, 38.1), pitch: (66, 38.1), corner: 1.8, "avery-j8160",
      "avery-7160", "avery-l7160rev", "zweckform-l7160", "avery-l6011"),
    a4(
      "avery-l7161", 3, 6, (63.5, 46.6), pitch: (66, 46.6), corner: 1.8, "avery-j8161",
      "zweckform-l7161"),
    a4(
      "avery-l7162", 2, 8, (99.1, 33.9), pitch: (101.6, 33.9), corner: 1.8, "avery-j8162",
      "zweckform-l7162"),
    a4(
      "avery-l7163", 2, 7, (99.1, 38.1), pitch: (101.6, 38.1), corner: 1.8, "avery-j8163",
      "zweckform-l7163"),
    a4(
      "avery-l7164", 3, 4, (63.5, 72), pitch: (66, 72), corner: 1.8, "avery-j8164",
      "zweckform-l7164"),
    a4(
      "avery-l7165", 2, 4, (99.1, 67.7), pitch: (101.6, 67.7), corner: 1.8, "avery-j8165",
      "zweckform-l7165", "avery-l7993"),
    a4("avery-l7166", 2, 3, (99.1, 93.1), pitch: (101.6, 93.1), corner: 1.8, "avery-j8166"),
    a4("avery-l7167", 1, 1, (199.6, 289.1), corner: 1.8, "avery-j8167", "zweckform-l7167"),
    a4("avery-l7168", 1, 2, (199.6, 143.5), corner: 1.8, "avery-j8168"),
    a4("avery-l7169", 2, 2, (99.1, 139), pitch: (101.6, 139), corner: 1.8, "avery-j8169"),
    a4("avery-l7173", 2, 5, (99.1, 57), pitch: (101.6, 57), corner: 1.8, "avery-j8173"),
    a4("avery-l7414", 2, 5, (90, 52), "avery-7414"),
    a4(
      "avery-l7651", 5, 13, (38.1, 21.2), pitch: (40.6, 21.2), corner: 1.8, "avery-j8651",
      "avery-j8551", "avery-l7551", "zweckform-l7651"),
    a4("avery-l7664", 2, 4, (70, 71.9), pitch: (104.5, 72), corner: 2.5, "avery-7664"),
    a4("avery-c32015", 2, 4, (85, 54), pitch: (91, 60), "avery-32015"),
    a4("avery-dl33", 3, 11, (70, 25), "avery-38931", "avery-cr33"),
  ]

  private static let zweckform = [
    a4("zweckform-3421", 3, 11, (70, 25.4)),
    a4("zweckform-3422", 3, 8, (70, 35)),
    a4("zweckform-3423", 2, 8, (105, 35)),
    a4("zweckform-3424", 2, 6, (105, 48)),
    a4("zweckform-3425", 2, 5, (105, 57)),
    a4("zweckform-3426", 2, 4, (105, 70)),
    a4("zweckform-3427", 2, 4, (105, 74)),
    a4("zweckform-3474", 3, 8, (70, 37)),
    a4("zweckform-3475", 3, 8, (70, 36), "zweckform-3490"),
    a4("zweckform-3477", 2, 7, (105, 41)),
    a4("zweckform-3483", 2, 2, (105, 148)),
    a4("zweckform-3484", 2, 8, (105, 37)),
    a4("zweckform-3489", 3, 10, (70, 29.7)),
    a4("zweckform-3651", 4, 10, (52.5, 29.7)),
    a4("zweckform-3652", 3, 7, (70, 42.3)),
    a4("zweckform-3653", 2, 7, (105, 42.3)),
    a4("zweckform-3655", 1, 2, (210, 148)),
    a4("zweckform-3658", 3, 8, (64.6, 33.8)),
    a4("zweckform-3659", 2, 6, (97, 42.4)),
    a4("zweckform-3660", 2, 4, (97, 67.7)),
    a4("zweckform-3661", 3, 4, (70, 67.7)),
    a4("zweckform-3664", 3, 8, (70, 33.8)),
    a4("zweckform-3665", 2, 8, (105, 33.8)),
    a4("zweckform-3666", 5, 13, (38, 21.2)),
    a4("zweckform-3667", 4, 16, (48.5, 16.9)),
    a4("zweckform-3669", 3, 5, (70, 50.8)),
    a4(
      "zweckform-4737", 3, 9, (63.5, 29.6), pitch: (66, 29.6), corner: 1.8, "avery-l4737",
      "zweckform-l4737", "zweckform-l6114"),
    a4("zweckform-4760", 1, 7, (192, 38), corner: 2),
    a4("zweckform-4761", 1, 4, (192, 61), corner: 1.8),
    a4("zweckform-4780", 4, 10, (48.5, 25.4), "zweckform-3657"),
  ]

  private static let herma = [
    a4(
      "herma-4221", 4, 12, (45.7, 21.2), pitch: (48.3, 21.2), corner: 1.8, "herma-4346",
      "herma-4366", "herma-4367", "herma-4368", "herma-4369", "herma-10004"),
    a4(
      "herma-4222", 3, 9, (63.5, 29.6), pitch: (66, 29.6), corner: 1.8, "herma-4347",
      "herma-4418", "herma-4419", "herma-5045", "herma-10006"),
    a4(
      "herma-4223", 2, 5, (96, 50.8), pitch: (98.5, 50.8), corner: 1.8, "herma-4349",
      "herma-10013"),
    a4("herma-4270", 5, 13, (38.1, 21.2), "herma-4606"),
    a4("herma-4271", 4, 16, (48.3, 16.9), "herma-4607"),
    a4("herma-4272", 4, 11, (48.3, 25.4), "herma-5051", "herma-4357", "herma-4608", "herma-4680"),
    a4("herma-4457", 2, 6, (105, 48)),
    a4("herma-4464", 3, 8, (70, 37)),
    a4("herma-4610", 4, 10, (52.5, 29.7)),
    a4("herma-4614", 3, 8, (66, 33.8), "herma-5053", "herma-4670"),
    a4("herma-4620", 2, 8, (105, 37)),
    a4("herma-4625", 2, 7, (105, 42.3), "herma-5057", "herma-4674"),
    a4(
      "herma-4677", 3, 7, (63.5, 38.1), pitch: (66, 38.1), corner: 1.8, "herma-5074",
      "herma-8632", "herma-10007"),
    a4("herma-5070", 2, 6, (78.7, 46.5), pitch: (104.1, 46.5), corner: 1.8, "herma-4828"),
    a4("herma-10001", 7, 27, (25.4, 10), pitch: (28, 10), corner: 1.8),
    a4("herma-10809", 2, 2, (105, 148)),
  ]

  private static let averyLetter = [
    letter("avery-5159", 2, 7, (4, 1.5), pitch: (4.1875, 1.5), corner: 0.0625),
    letter(
      "avery-5160", 3, 10, (2.625, 1), pitch: (2.75, 1), corner: 0.0625, "avery-5260",
      "avery-5520", "avery-5960", "avery-5970", "avery-6240", "avery-8160", "avery-8460",
      "avery-8660", "avery-15660", "avery-18160", "avery-18660"),
    letter(
      "avery-5161", 2, 10, (4, 1), pitch: (4.1875, 1), corner: 0.0625, "avery-5261",
      "avery-5961", "avery-8161", "avery-8461", "avery-18161"),
    letter(
      "avery-5162", 2, 7, (4, 4 / 3), pitch: (4.1875, 4 / 3), corner: 0.0625, "avery-5262",
      "avery-5522", "avery-5962", "avery-8162", "avery-8462", "avery-8662", "avery-15662"),
    letter(
      "avery-5163", 2, 5, (4, 2), pitch: (4.1875, 2), corner: 0.125, "avery-5263",
      "avery-5523", "avery-5963", "avery-8163", "avery-8463", "avery-8663", "avery-15663",
      "avery-18163"),
    letter(
      "avery-5164", 2, 3, (4, 10 / 3), pitch: (4.1875, 10 / 3), corner: 0.125, "avery-5264",
      "avery-5524", "avery-8164", "avery-8254", "avery-8464"),
    letter(
      "avery-5167", 4, 20, (1.75, 0.5), pitch: (2.0625, 0.5), corner: 0.0625, "avery-5267",
      "avery-5667", "avery-6467", "avery-8167", "avery-8667", "avery-15667", "avery-18167"),
    letter("avery-5168", 2, 2, (3.5, 5), pitch: (4, 5), corner: 0.0625),
    letter(
      "avery-5293", 4, 6, (1.625, 1.625), pitch: (2.015, 1.655), isRound: true,
      "avery-5193"),
    letter(
      "avery-5366", 2, 15, (3.4375, 2 / 3), pitch: (4, 2 / 3), corner: 0.0625, "avery-5066",
      "avery-5166", "avery-8066", "avery-8366"),
    letter(
      "avery-5371", 2, 5, (3.5, 2), "avery-5376", "avery-5377", "avery-8371", "avery-8376",
      "avery-8871", "avery-28371"),
    letter(
      "avery-5395", 2, 4, (3.375, 7 / 3), pitch: (3.75, 2.5), corner: 0.1875, "avery-5895",
      "avery-8395"),
    letter("avery-6570", 4, 8, (1.75, 1.25), pitch: (1.938, 1.25), corner: 0.0625),
    letter("avery-6871", 3, 6, (2.375, 1.25), pitch: (2.69, 1.5), corner: 0.0625),
    letter("avery-6873", 2, 4, (3.75, 2), pitch: (4, 2.25), corner: 0.0625),
    letter("avery-6879", 2, 6, (3.75, 1.25), pitch: (4, 1.5), corner: 0.0625),
    letter(
      "avery-8195", 4, 15, (1.75, 2 / 3), pitch: (2.031, 2 / 3), corner: 0.0625),
  ]
}
