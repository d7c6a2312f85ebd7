import Foundation
import Inventory
import Ledger

/// A report with one line of several kinds, made of its JSON, with texts that a test chooses.
enum SampleReport {
  static let crop = Crop(png: png(width: 40, height: 20))

  static func with(
    code: String = "AST-000001", name: String = "Laptop", location: String = "HQ/1",
    person: String = "ann"
  ) throws -> StocktakeReport {
    let sighting = sighting(code: code, location: location, person: person)
    func line(_ outcome: String, seen: Bool, flags: [String] = []) -> [String: Any] {
      let line: [String: Any] = [
        "asset": "\(outcome) \(code)", "name": name, "outcome": outcome, "flags": flags,
        "book_location": location, "book_status": "in_stock", "round": 1,
      ]
      return seen ? line.merging(["seen_at": location, "decisive": sighting]) { $1 } : line
    }
    let report: [String: Any] = [
      "stocktake": [
        "number": 1, "name": name, "state": "review", "scope": [location],
        "policy": ["coverage": "explicit", "without_assigned": false], "opened_by": person,
        "opened_at": "2026-11-21T09:00:00.000Z", "closed_by": person,
        "closed_at": "2026-11-21T11:00:00.000Z", "checkpoint": 9,
      ],
      "summary": [
        "expected": 4, "outcomes": outcomes, "unknown": 1, "ambiguous": 1, "events": 3,
        "location_accuracy": 0.3333, "existence_accuracy": 0.6667,
      ],
      "progress": [
        [
          "location": location, "name": name, "expected": 4, "outcomes": outcomes,
          "strangers": 1, "covered": false,
        ]
      ],
      "lines": [
        line("found", seen: true), line("misplaced", seen: true, flags: ["clone-suspect"]),
        line("missing", seen: false), line("not-counted", seen: false),
        line("unexpected-status", seen: true),
      ],
      "unknown": [["code": code, "class": "foreign", "scans": [sighting]]],
      "ambiguous": [["code": code, "candidates": [code, name]]],
      "counters": [
        [
          "counter": person, "device": person, "events": 3, "first": "2026-11-21T10:00:00.000Z",
          "last": "2026-11-21T10:30:00.000Z",
        ]
      ],
      "dispositions": ["decisive": 2, "unknown": 1], "hash": "sha256:00",
    ]
    return try JSONDecoder().decode(
      StocktakeReport.self, from: JSONSerialization.data(withJSONObject: report))
  }

  private static func sighting(code: String, location: String, person: String) -> [String: Any] {
    [
      "event": "e1", "code": code, "symbology": "qr-code", "location": location,
      "at": "2026-11-21T10:00:00.000Z", "device": person, "counter": person,
      "evidence": [
        "image": "sha256:" + String(repeating: "ab", count: 32), "crop": crop.hash,
        "crop_polygon": [[4, 4], [30, 4], [30, 16], [4, 16]],
      ],
    ]
  }

  private static let outcomes = [
    "found": 1, "misplaced": 1, "missing": 1, "not-counted": 1, "excused": 0,
    "unexpected-status": 1,
  ]

  /// The part of a PNG that tells its size.
  private static func png(width: UInt8, height: UInt8) -> [UInt8] {
    [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, height, 8, 0, 0, 0, 0]
  }
}
