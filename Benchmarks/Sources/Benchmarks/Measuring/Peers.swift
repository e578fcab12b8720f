import Foundation

/// Runs the peers' scripts, each of which prints one line of JSON.
struct Peers {
  let folder: String
  let python: String
  /// Where the scripts may write.
  let scratch: String

  /// What a script printed; nil when it is not there or failed.
  func figures(_ script: String) -> [String: Any]? {
    guard let output = run(["\(folder)/\(script)"]), let line = output.split(separator: "\n").last else {
      return nil
    }
    return (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
  }

  /// What the Python floor decides for the reference cases: level and measures of each.
  func floorDecisions(_ count: Int) -> [[String]]? {
    let program = """
      import sys, json; sys.path.insert(0, \(quoted(folder)))
      from work import cases, decide
      print(json.dumps([[decide(c)["level"], decide(c)["measures"]] for c in cases(\(count))]))
      """
    guard let output = run(["-c", program]) else { return nil }
    return (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [[String]]
  }

  private func quoted(_ text: String) -> String { "'" + text + "'" }

  private func run(_ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: scratch)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
  }
}
