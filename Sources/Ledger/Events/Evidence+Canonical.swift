import Inventory

extension Evidence {
  /// Keys sorted, those without a value left out.
  func write(to json: inout CanonicalJSONWriter) throws {
    try json.object { json in
      json.text("crop", crop)
      try json.polygon("crop_polygon", cropPolygon)
      json.text("image", image)
      try json.polygon("polygon", polygon)
      if let quality {
        json.key("quality")
        json.integer(quality)
      }
      if let weak {
        json.key("weak")
        json.bool(weak)
      }
    }
  }
}

extension CanonicalJSONWriter {
  /// A key with a text; nothing for nil.
  mutating func text(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  fileprivate mutating func polygon(_ name: StaticString, _ polygon: Polygon?) throws {
    guard let polygon else { return }
    key(name)
    try array { json in
      for corner in polygon.corners {
        json.separate()
        try json.array { json in
          for value in corner {
            json.separate()
            try json.number(value)
          }
        }
      }
    }
  }
}
