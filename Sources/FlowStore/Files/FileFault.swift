import Foundation

/// A fault of the file system, by `errno`.
package struct FileFault: Error, Sendable, Hashable {
  /// The file that could not be read or written.
  package var path: String
  /// As `errno` gives it.
  package var code: Int32

  /// A fault at a path; without a code, the one that the last call left in `errno`.
  package init(path: String, code: Int32 = errno) {
    self.path = path
    self.code = code
  }

  /// What the system calls it.
  package var reason: String { String(cString: strerror(code)) }
}
