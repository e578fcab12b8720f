import Foundation

/// Runs the peers' scripts, each of which prints one line of JSON.
///
/// The scripts read the clock on the wall; they are given the processor's clock instead, as ours are.
struct Peers {
  let folder: String
  let python: String
  /// Where the scripts may write.
  let scratch: String

  /// What a script printed; nil when it is not there or failed.
  func figures(_ script: String) -> [String: Any]? {
    let program = """
      import runpy, sys, time; sys.path.insert(0, \(quoted(folder))); time.perf_counter = time.process_time
      runpy.run_path(\(quoted(folder + "/" + script)), run_name="__main__")
      """
    guard let output = run(["-c", program]), let line = output.split(separator: "\n").last else {
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
    var command = Command(python, arguments)
    command.folder = scratch
    return try? command.output()
  }
}
