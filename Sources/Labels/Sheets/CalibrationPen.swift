import Text

/// Writes the words of a calibration page in the default font.
final class CalibrationPen {
  private let engine: TextEngine
  private var faces: [FontFile: PDFFace] = [:]

  init() throws(FontFault) { engine = try TextEngine() }

  /// How long a text is, in dots.
  func width(_ text: String, height: Int) throws(FontFault) -> Int {
    try shape(text, height).advance
  }

  /// Writes a text with an em square of some dots.
  ///
  /// - Parameter place: where it begins on its baseline, in dots to the right and down.
  func write(
    _ text: String, height: Int, _ content: inout PDFBytes,
    at place: (ShapedLine) -> (x: Int, y: Int)
  ) throws(FontFault) {
    let line = try shape(text, height)
    let (x, y) = place(line)
    for run in line.runs {
      let face = try face(of: run.file)
      PDFTextWriter.write(run, of: line, nil, face: face, x: x, y: -y, to: &content)
    }
  }

  /// Writes the fonts; what a page needs to name them.
  func resources(in document: PDFDocument) throws(LabelFault) -> PDFBytes {
    var bytes = PDFBytes()
    bytes.append("<</Font<<")
    for face in faces.values.sorted(by: { $0.name < $1.name }) {
      let font = document.reserve()
      try PDFFontEmbedding(face).write(to: document, as: font)
      bytes.append(text: "/\(face.name) ")
      bytes.reference(font)
    }
    bytes.append(">>>>")
    return bytes
  }

  private func shape(_ text: String, _ height: Int) throws(FontFault) -> ShapedLine {
    try engine.font(FontRequest(family: TextStyle.defaultFamily), size: height).shape(text)
  }

  private func face(of file: FontFile) throws(FontFault) -> PDFFace {
    if let face = faces[file] { return face }
    let face = try PDFFace(file)
    faces[file] = face
    return face
  }
}
