package import Hummingbird
package import Ledger
package import Logging

/// All that the service is made of, joined; tests join it the same way.
///
/// - Parameters:
///   - store: the one ledger that is served.
///   - ledgerPath: where its file lies, where it is one; the room on that disk is part of the service's
///     health.
///   - requestLog: where each request leaves a line; nil for nowhere.
///   - onRunning: told the port once connections are taken.
package func buildApplication(
  _ settings: ServiceSettings, store: LedgerStore, ledgerPath: String?, logger: Logger,
  requestLog: LogOutput? = nil,
  onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
) throws -> some ApplicationProtocol {
  let metrics = ServiceMetrics()
  let frame = RequestFrame(
    operatorIdentity: Principal(name: settings.operatorName), metrics: metrics,
    log: RequestLog(output: requestLog), bodyLimit: settings.bodyLimit)
  let router = try buildRouter(settings, store: store, ledgerPath: ledgerPath, frame)
  return Application(
    router: router,
    server: .http1(configuration: .init(idleTimeout: .seconds(Int64(settings.idleTimeout)))),
    configuration: ApplicationConfiguration(
      address: .hostname(settings.listen.host, port: settings.listen.port)),
    onServerRunning: { await onRunning($0.localAddress?.port ?? settings.listen.port) },
    logger: logger)
}

private func buildRouter(
  _ settings: ServiceSettings, store: LedgerStore, ledgerPath: String?, _ frame: RequestFrame
) throws -> Router<ServiceContext> {
  let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
  router.add(middleware: frame)

  let reads = BlockingLane("reads", limit: 64)
  // Writers that wait at the same time share a commit.
  let writes = BlockingLane("writes", limit: 1024, threads: 16)
  // A server is waited for, a file isn't.
  let lookups = store.isRemote ? BlockingLane("lookups", limit: 256, threads: 6) : nil
  let limit = settings.bodyLimit
  let endpoints =
    LookupController(store: store, lane: lookups, bodyLimit: limit).endpoints
    + ScanEventController(store: store, writes: writes, metrics: frame.metrics, bodyLimit: limit)
    .endpoints
    + ReportController(store: store, reads: reads).endpoints
    + HealthController(
      store: store, ledgerPath: ledgerPath, lanes: [reads, writes], lookups: lookups,
      metrics: frame.metrics
    ).endpoints
    + (try PageController(store: store, reads: reads)).endpoints
  for endpoint in endpoints { endpoint.add(to: router) }
  return router
}
