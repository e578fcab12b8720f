import FlowDSL
import Foundation

/// One run of all measures, or of those that `--only` names.
struct Run {
  let arguments: Arguments
  let program: Program

  func measure() throws {
    let machine = Machine.line(swift: arguments["swift"] ?? "Swift")
    let base = arguments["scratch"] ?? FileManager.default.temporaryDirectory.path
    let scratch = "\(base)/run-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }

    let table = try parts(scratch: scratch).filter { part in arguments["only"].map { $0 == part.name } ?? true
    }
    .flatMap { try $0.rows() }
    let text = machine + "\n\n" + Markdown.table(table)
    print(text)
    if let readme = arguments["readme"], arguments["only"] == nil { try Readme.write(text, to: readme) }
  }

  private func parts(scratch: String) -> [(name: String, rows: () throws -> [Row])] {
    let peers = arguments["python"].flatMap { python in
      arguments["peers"].map { Peers(folder: $0, python: python, scratch: scratch) }
    }
    let rows = Rows(peers: peers)
    return [
      ("danger", { try rows.danger(program) }),
      ("guards", rows.guards),
      ("decimals", rows.decimals),
      ("analysis", rows.analysis),
      ("walks", { try rows.walks(program) }),
      (
        "journals",
        { try rows.journals(program, folder: scratch, cases: cases, tool: CommandLine.arguments[0]) }
      ),
      ("tool", { try tool(rows, scratch: scratch) }),
    ]
  }

  private var cases: Int { Int(arguments["cases"] ?? "") ?? 10_000 }

  private func tool(_ rows: Rows, scratch: String) throws -> [Row] {
    guard let tool = arguments["flowrun"], let protocols = arguments["protocols"] else { return [] }
    return try rows.tool(tool, protocols: protocols, folder: scratch)
  }
}
