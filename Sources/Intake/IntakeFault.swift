import Diagnostics

/// Why something can't be taken in.
package struct IntakeFault: Fault, Equatable {
  package let code: String
  package let message: String

  package init(code: String, message: String) {
    (self.code, self.message) = (code, message)
  }
}
