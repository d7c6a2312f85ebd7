import Foundation
import Imaging

/// Data Matrix by libdmtx.
extension Pass {
  /// The picture, shrunk where it is a photo.
  static let dataMatrix = Pass(name: "data-matrix") { sight in
    sight.native.fitted(1280, as: "data-matrix").readByDataMatrix()
  }
}

extension Rendering {
  /// What libdmtx reads in it within its time.
  func readByDataMatrix() -> [Reading] {
    DataMatrixReader(milliseconds: 200).read(image).compactMap { symbol in
      guard let content = SymbolContent(symbol) else { return nil }
      let outline = SymbolOutline(dataMatrix: symbol)
      return Reading(content, outline, in: self, engine: "libdmtx")
    }
  }
}

extension SymbolOutline {
  /// The corners as they are, and the turn of the symbol's upper side.
  fileprivate init(dataMatrix symbol: DataMatrixSymbol) {
    let (left, right) = (symbol.corners[0], symbol.corners[1])
    let turns = atan2(Double(right.y - left.y), Double(right.x - left.x)) / (.pi / 2)
    self.init(corners: symbol.corners, quarterTurns: Int(turns.rounded()) & 3, quality: 1)
  }
}
