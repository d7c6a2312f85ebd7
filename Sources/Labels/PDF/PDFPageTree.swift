/// The tree of pages, written while it grows: only its open branches are kept.
struct PDFPageTree {
  /// Kids of a branch.
  private static let fanOut = 64

  /// A branch that takes more kids.
  private struct Branch {
    let object: PDFObjectNumber
    var kids: [PDFObjectNumber] = []
    var pages = 0
  }

  /// The open branch of each height, pages' own parents first; nil where one was just closed.
  private var open: [Branch?] = []

  /// The parent that the next page has to name.
  mutating func parent(_ document: PDFDocument) -> PDFObjectNumber { branch(0, document).object }

  /// Takes a page that was written.
  mutating func add(_ page: PDFObjectNumber, to document: PDFDocument) throws(LabelFault) {
    try add(page, pages: 1, height: 0, document)
  }

  /// Writes what is open and returns the root, whose entries its pages inherit.
  mutating func close(
    _ document: PDFDocument, inherited: PDFBytes
  ) throws(LabelFault) -> PDFObjectNumber {
    if open.isEmpty { _ = branch(0, document) }
    var height = 0
    while height < open.count - 1 {
      if open[height] != nil { try closeBranch(height, document) }
      height += 1
    }
    let root = branch(height, document)
    try write(root, document) { bytes in bytes.append(inherited) }
    return root.object
  }

  private mutating func add(
    _ kid: PDFObjectNumber, pages: Int, height: Int, _ document: PDFDocument
  ) throws(LabelFault) {
    var branch = branch(height, document)
    branch.kids.append(kid)
    branch.pages += pages
    open[height] = branch
    if branch.kids.count == Self.fanOut { try closeBranch(height, document) }
  }

  private mutating func closeBranch(
    _ height: Int, _ document: PDFDocument
  ) throws(LabelFault) {
    guard let branch = open[height] else { return }
    let parent = self.branch(height + 1, document).object
    try write(branch, document) { bytes in
      bytes.append("/Parent ")
      bytes.reference(parent)
    }
    open[height] = nil
    try add(branch.object, pages: branch.pages, height: height + 1, document)
  }

  private mutating func branch(_ height: Int, _ document: PDFDocument) -> Branch {
    if height == open.count { open.append(nil) }
    if let branch = open[height] { return branch }
    let branch = Branch(object: document.reserve())
    open[height] = branch
    return branch
  }

  private func write(
    _ branch: Branch, _ document: PDFDocument, _ more: (inout PDFBytes) -> Void
  ) throws(LabelFault) {
    var bytes = PDFBytes()
    bytes.append("<</Type/Pages/Count ")
    bytes.append(branch.pages)
    more(&bytes)
    bytes.append("/Kids[")
    for kid in branch.kids {
      bytes.reference(kid)
      bytes.append(" ")
    }
    bytes.append("]>>")
    try document.pack(branch.object, bytes)
  }
}
