/// Where the labels of a batch go, and in which format.
package enum LabelDestination: Sendable {
  /// A folder with a file a label; it is made where it isn't there.
  case folder(String, LabelFormat)
  /// One file with all labels, one behind the other.
  case file(String, LabelFormat)
  /// A PDF with all labels: on a sheet's places, or on the template's sheet, or one a page.
  case document(String, SheetPlacing?)
  /// A printer on the network, and where its manifest goes, if there is to be one.
  case printer(PrinterLine, LabelFormat, manifest: String?)

  /// A printer's host and port, and how long it may be silent.
  package struct PrinterLine: Sendable {
    package let host: String
    package let port: UInt16
    package let timeout: Duration

    package init(host: String, port: UInt16, timeout: Duration) {
      (self.host, self.port, self.timeout) = (host, port, timeout)
    }

    var name: String { PrinterAddress.network(host: host, port: port).text }
  }

  /// The name of the manifest in a folder.
  package static let manifestName = "manifest.ndjson"

  package var format: LabelFormat {
    switch self {
    case .folder(_, let format), .file(_, let format), .printer(_, let format, _): format
    case .document: .pdf
    }
  }

  /// The manifest's path: in the folder, or beside the file.
  package var manifest: String? {
    switch self {
    case .folder(let path, _): "\(path)/\(Self.manifestName)"
    case .file(let path, _), .document(let path, _): "\(path).\(Self.manifestName)"
    case .printer(_, _, let manifest): manifest
    }
  }

  var hasFileEachLabel: Bool {
    switch self {
    case .folder: true
    case .file, .document, .printer: false
    }
  }

  /// Opens it for the labels of a template.
  ///
  /// - Parameters:
  ///   - keepingContent: whether labels of an earlier run are to stay.
  ///   - uses: where workers tell what their labels show of each font.
  /// - Throws: `LabelFault`, or `TemplateFault` where its background can't be written.
  func open(
    _ template: LabelTemplate, keepingContent: Bool, uses: PDFFontUses
  ) throws -> any LabelOutput {
    switch self {
    case .folder(let path, _): try FolderOutput(path)
    case .file(let path, _): try StreamOutput(path, keepingContent: keepingContent)
    case .document(let path, let placing):
      try PDFOutput(path, template, on: placing, uses: uses)
    case .printer(let line, _, _):
      PrinterOutput(
        try PrinterConnection(
          host: line.host, port: line.port, name: line.name, timeout: line.timeout),
        name: line.name)
    }
  }
}
