import Foundation

/// A command that runs to its end.
struct Command {
  private let tool: String
  private let arguments: [String]
  var folder: String?

  init(_ tool: String, _ arguments: [String]) {
    self.tool = tool
    self.arguments = arguments
  }

  init(_ tool: String, _ arguments: String...) { self.init(tool, arguments) }

  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// What it writes; throws when it does not end well.
  func output() throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(description: "\(tool) \(arguments) ended with \(process.terminationStatus)")
    }
    return String(decoding: output, as: UTF8.self)
  }
}
