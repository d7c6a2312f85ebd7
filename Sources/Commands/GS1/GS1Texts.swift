import ArgumentParser
import Diagnostics
import GS1

/// The messages that `tally gs1` takes: one, or one a line of standard input.
struct GS1Texts: ParsableArguments {
  @Argument(
    help: "A message with brackets, as a reader sends it, or as a Digital Link; - for one a line.")
  var text: String

  /// Prints what becomes of each message; of standard input a refused one as `! CODE message`.
  ///
  /// - Throws: status 1 where a message breaks a rule, having said which.
  func each(_ transform: (GS1Message) throws -> String) throws {
    guard text == "-" else { return try one(transform) }
    var refused = 0
    while let line = readLine() {
      do {
        StandardOutput.line(try transform(try checked(line)))
      } catch let fault as any Fault {
        refused += 1
        StandardOutput.line("! \(fault.code) \(fault.message)")
      }
    }
    if refused > 0 { throw ExitStatus.doneWithNo.code }
  }

  private func one(_ transform: (GS1Message) throws -> String) throws {
    let message = GS1Message(anyForm: text)
    for problem in message.problems { Terminal.complain(problem) }
    guard message.isValid else { throw ExitStatus.doneWithNo.code }
    do {
      StandardOutput.line(try transform(message))
    } catch let fault as any Fault {
      Terminal.complain(fault)
      throw ExitStatus.doneWithNo.code
    }
  }

  private func checked(_ text: String) throws -> GS1Message {
    let message = GS1Message(anyForm: text)
    if let problem = message.problems.first { throw problem }
    return message
  }
}
