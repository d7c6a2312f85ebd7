import Diagnostics
import HTTPTypes

/// Why a person doesn't get the page that was asked for.
struct Notice: Error {
  let status: HTTPResponse.Status
  let heading: String
  let detail: String

  init(_ status: HTTPResponse.Status, _ heading: String, _ detail: String) {
    (self.status, self.heading, self.detail) = (status, heading, detail)
  }

  init(_ problem: Problem) {
    self.init(problem.status, Self.heading(problem.status), problem.detail)
  }

  private static func heading(_ status: HTTPResponse.Status) -> String {
    switch status {
    case .notFound: "Not found"
    case .conflict: "Not one, but several"
    case .serviceUnavailable: "Not now"
    case _ where status.code >= 500: "Something went wrong"
    default: "That was not understood"
    }
  }

  /// There is nothing of this name.
  static func missing(_ noun: String, _ name: String) -> Notice {
    Notice(.notFound, "No such \(noun)", "The ledger has no \(noun) \(SafeText.quoted(name)).")
  }

  var page: Page {
    var page = Page(
      .notice, title: heading,
      content: NoticeView(heading: heading, detail: detail, number: status.code))
    page.status = status
    return page
  }
}

/// What the template shows of a notice.
private struct NoticeView {
  let heading: String
  let detail: String
  let number: Int
}
