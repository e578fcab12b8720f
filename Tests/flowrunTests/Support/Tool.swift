import Foundation
import Testing

@testable import flowrun

/// The built tool, run in a folder of its own.
struct Tool: Sendable {
  /// What a run gave.
  struct Output: Sendable {
    var status: Int32
    var text: String
    var errors: String
  }

  let folder: String
  var environment: [String: String]

  /// A fresh folder; protocols are the repository's unless another folder is named.
  init(protocols: String? = TestFlows.protocols) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "flowrun-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path(percentEncoded: false)
    environment = [
      "HOME": folder, "TZ": LocalZone.rule, "LANG": "en_GB.UTF-8", "PATH": "/usr/bin:/bin",
      "USER": "night-desk",
    ]
    if let protocols { environment["FLOWRUN_PROTOCOLS"] = protocols }
  }

  /// The journal that the tool uses by itself.
  var journal: String { folder + "/.local/state/flowrun/journal.db" }

  /// Runs the tool to its end with these lines typed.
  @discardableResult
  func run(_ arguments: String..., typed: String = "") throws -> Output {
    let running = try start(arguments)
    running.type(typed)
    return running.finish()
  }

  /// Starts the tool; its input stays open.
  func start(_ arguments: [String]) throws -> Running {
    let tool = try #require(Folder.ofTool) + "/flowrun"
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(filePath: folder)
    return try Running(process)
  }

  /// A file of the folder.
  func file(_ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }
}

/// The tool while it runs.
final class Running {
  private let process: Process
  private let input = Pipe()
  private let output = Pipe()
  private let errors = Pipe()
  private var seen = Data()

  init(_ process: Process) throws {
    self.process = process
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    signal(SIGPIPE, SIG_IGN)
    try process.run()
  }

  var identifier: Int32 { process.processIdentifier }

  func type(_ text: String) {
    try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// Waits until something is written that ends with these words on its last line; gives what was written since.
  func page(endingWith words: [String]) -> String {
    seen = Data()
    while true {
      let piece = output.fileHandleForReading.availableData
      guard !piece.isEmpty else { break }
      seen += piece
      let text = String(decoding: seen, as: UTF8.self)
      if words.contains(where: { text.hasSuffix($0 + "\n") }) { break }
    }
    return String(decoding: seen, as: UTF8.self)
  }

  /// Ends the tool from outside.
  func kill(_ signal: Int32) -> Int32 {
    Foundation.kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Closes the input and waits for the end.
  func finish() -> Tool.Output {
    try? input.fileHandleForWriting.close()
    // What the tool writes here fits into a pipe.
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let errors = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Tool.Output(
      status: process.terminationStatus, text: String(decoding: text, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }
}
