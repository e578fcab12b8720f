import Foundation
import Glibc
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

  /// Where it runs; its path is ``folder``.
  private let place: TestFolder
  var environment: [String: String]

  var folder: String { place.path }

  /// A fresh folder; protocols are the repository's unless another folder is named.
  init(protocols: String? = TestFlows.protocols) throws {
    place = try TestFolder()
    environment = [
      "HOME": place.path, "TZ": LocalZone.rule, "LANG": "en_GB.UTF-8", "PATH": "/usr/bin:/bin",
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
    return try Running([tool] + arguments, in: place, environment: environment)
  }

  /// A file of the folder.
  func file(_ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }
}

/// The tool while it runs.
///
/// Started by `posix_spawn`: Foundation's `Process` keeps run loops in threads, and many tests run at the same time.
final class Running {
  let identifier: pid_t
  /// Kept until the tool is done with it.
  private let folder: TestFolder
  private var input: Int32
  private let output: Int32
  private let errors: Int32

  init(_ command: [String], in folder: TestFolder, environment: [String: String]) throws {
    signal(SIGPIPE, SIG_IGN)
    let (input, output, errors) = (try Channel(), try Channel(), try Channel())
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.reading, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)
    var words: [UnsafeMutablePointer<CChar>?] =
      (["sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path] + command).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup($0.key + "=" + $0.value) } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process = pid_t()
    // The threads that run tests hold signals back, which is no matter of the tool's.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let status = posix_spawn(&process, "/bin/sh", &actions, &attributes, &words, &variables)
    for end in [input.reading, output.writing, errors.writing] { close(end) }
    try #require(status == 0)
    identifier = process
    self.folder = folder
    self.input = input.writing
    self.output = output.reading
    self.errors = errors.reading
  }

  deinit {
    if input >= 0 { close(input) }
    close(output)
    close(errors)
  }

  /// A pipe whose ends are not handed to other programs.
  private struct Channel {
    let reading: Int32
    let writing: Int32

    init() throws {
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (reading, writing) = (ends[0], ends[1])
    }
  }

  func type(_ text: String) { flowrun.Output.write(text, to: input) }

  /// Waits until something is written that ends with one of these words, a minute at most; gives what was written.
  func page(endingWith words: [String]) -> String {
    var seen = ""
    let deadline = Date(timeIntervalSinceNow: 60)
    while Self.hasOutput(output, until: deadline), let piece = Self.read(output) {
      seen += piece
      if words.contains(where: { seen.hasSuffix($0 + "\n") }) { break }
    }
    return seen
  }

  /// Ends the tool from outside.
  func kill(_ signal: Int32) {
    Glibc.kill(identifier, signal)
    _ = wait()
  }

  /// Closes the input and waits for the end.
  func finish() -> Tool.Output {
    close(input)
    input = -1
    // What the tool writes as errors fits into a pipe.
    var text = ""
    while let piece = Self.read(output) { text += piece }
    var errors = ""
    while let piece = Self.read(self.errors) { errors += piece }
    return Tool.Output(status: wait(), text: text, errors: errors)
  }

  private func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  private static func hasOutput(_ descriptor: Int32, until deadline: Date) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wanted, 1, Int32(max(deadline.timeIntervalSinceNow, 0) * 1000)) > 0
  }

  private static func read(_ descriptor: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }
}
