import HTTPTypes

/// A page: what its template is filled with, inside the frame that all pages share.
///
/// Templates find values by the names of stored properties, innermost first; a value that may be
/// missing has a name that nothing around it has.
struct Page: Sendable {
  let template: Template
  var status = HTTPResponse.Status.ok
  /// In the window's title.
  let title: String
  /// What stands in the search field.
  var query = ""
  let tabs: Tabs
  /// Whether the search field takes the keys at once.
  var isSearch = false
  let content: any Sendable

  /// The templates that are pages.
  enum Template: String {
    case search, asset, location, locations, stocktakes, notice
  }

  /// Which part of the service it belongs to.
  struct Tabs: Sendable {
    var search = false
    var locations = false
    var stocktakes = false
  }

  init(
    _ template: Template, title: String, tabs: Tabs = Tabs(), content: any Sendable
  ) {
    (self.template, self.title, self.tabs, self.content) = (template, title, tabs, content)
  }
}
