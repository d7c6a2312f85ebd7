import Foundation
import Yams

extension LabelTemplate {
  /// The most bytes that a template may have.
  private static let byteLimit = 1 << 20

  /// Reads a template from a file.
  ///
  /// - Throws: `TemplateFault` with everything that is wrong, each with its line and key.
  public static func read(_ path: String) throws(TemplateFault) -> LabelTemplate {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return try LabelTemplate(yaml: try text(of: path), file: path, folder: folder)
  }

  /// The text of a file that somebody wrote: a template, a sheet.
  static func text(of path: String) throws(TemplateFault) -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      let exists = FileManager.default.fileExists(atPath: path)
      throw TemplateFault(
        file: path, code: exists ? "template.unreadable" : "template.missing",
        message: exists ? "the file can't be read." : "there is no such file.")
    }
    guard bytes.count <= byteLimit, let text = String(validating: bytes, as: UTF8.self) else {
      throw TemplateFault(
        file: path, code: "template.unreadable",
        message: "expected at most \(byteLimit) bytes of UTF-8 text.")
    }
    return text
  }

  /// Reads a template from text; `file` is what messages call it, and names of pictures are relative
  /// to `folder`.
  ///
  /// - Throws: `TemplateFault` with everything that is wrong, each with its line and key.
  public init(yaml: String, file: String, folder: String = ".") throws(TemplateFault) {
    let problems = TemplateProblems()
    let template = TemplateReader(file: file, folder: folder, problems: problems).read(yaml)
    if let fault = TemplateFault(file: file, problems) { throw fault }
    guard let template else {
      throw TemplateFault(file: file, code: "template.syntax", message: "the template is empty.")
    }
    self = template
    fingerprint.add(yaml)
  }
}
