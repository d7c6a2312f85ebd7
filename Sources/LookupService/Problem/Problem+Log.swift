import Diagnostics
import Hummingbird
import Logging

extension Problem {
  /// Writes into the log what was behind it: the answer doesn't say.
  func log(_ error: any Error, _ context: ServiceContext) {
    context.logger.error(
      "request failed",
      metadata: [
        "request_id": .string(context.requestID), "code": .string(code),
        "error": .string(SafeText.terminal("\(error)")),
      ])
  }
}
