import Hummingbird
import Ledger
import Logging

/// What goes along with a request.
struct ServiceContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// What the client called the request, or else a name of ours: in the answer, in problems, and
  /// in the log.
  var requestID = ""
  /// Who acts; set before any controller sees the request.
  var identity: Principal?

  init(source: Source) { coreContext = CoreRequestContextStorage(source: source) }

  /// Who acts.
  ///
  /// - Throws: `Problem` 401 for a request that nobody answers for.
  var principal: Principal {
    get throws(Problem) {
      guard let identity else { throw Problem.unauthorized }
      return identity
    }
  }
}
