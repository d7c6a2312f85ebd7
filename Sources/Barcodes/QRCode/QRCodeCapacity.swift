/// What a QR Code symbol holds where its text is written as bytes alone.
package enum QRCodeCapacity {
  /// The smallest version that holds so many bytes in one segment (ISO/IEC 18004:2015, 7.4.1 and
  /// 7.4.5); nil where none does.
  package static func version(
    ofBytes count: Int, _ level: EncodingOptions.ErrorCorrection
  ) -> Int? {
    QRCodeVersion.all.first { version in
      let header = 4 + (version.number <= 9 ? 8 : 16)
      return header + 8 * count <= 8 * version.dataWords(level)
    }?.number
  }
}
