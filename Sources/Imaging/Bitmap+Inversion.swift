extension Bitmap {
  /// The picture with its colours changed: white where it was black.
  public func inverted() -> Bitmap {
    var inverted = self
    for index in inverted.bytes.indices { inverted.bytes[index] = ~inverted.bytes[index] }
    inverted.clearPadding()
    return inverted
  }
}
