import ArgumentParser
import FlowDSL
import FlowRuntime
import FlowStore

/// A file that a walk is recorded in, as a scenario or a vignette. That it can be made is tried before the walk begins.
struct WalkRecording {
  /// What it becomes.
  enum Kind: String, ExpressibleByArgument, CaseIterable, Sendable { case scenario, vignette }

  let path: String
  let kind: Kind
  /// The name of the scenario: that of the file.
  private let name: String

  /// A place for a recording; throws where there is something already, where the name is none, or nothing can be made there.
  init(_ path: String, as kind: Kind) throws(Failure) {
    self.path = path
    self.kind = kind
    let file = Folder.split(path).name
    name = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
    guard NewCommand.isName(name), file.hasSuffix(".yaml") else {
      throw Failure(
        .recordName, .usage, ["path": path, "suggestion": NewCommand.suggestion(for: name) + ".yaml"])
    }
    guard !Folder.hasEntry(path) else { throw Failure(.exists, .cannotCreate, ["path": path]) }
    // A file that is never finished leaves nothing.
    do throws(TextFile.Fault) { _ = try WholeFile(path) } catch { throw Failure(error, writing: true) }
  }

  /// Writes the walk down to where it came; gives nothing where nothing was said.
  ///
  /// What is written walks the same way again; where it would not, nothing is written and it is said.
  func write(_ entries: [Entry], _ state: State, _ words: Wording) throws(Failure) -> Screen? {
    guard entries.contains(where: { $0.event.isSaid && $0.sequence > 1 }) else { return nil }
    let text: String
    switch kind {
    case .scenario:
      do throws(Recording.Fault) { text = try Recording.scenario(name, of: entries, state) } catch {
        throw Failure(
          .notRecorded, .software, ["path": path, "entry": String(error.sequence), "name": error.name])
      }
    case .vignette: text = try ScenarioTemplate(name, of: state, words: words).vignette(isWhole: true)
    }
    try expectSameWalk(text, state)
    do throws(TextFile.Fault) { try TextFile.write(text, to: path, replacing: false) } catch {
      throw Failure(error, writing: true)
    }
    var screen = Screen()
    screen.add(words(.recorded, ["path": path]))
    return screen
  }

  private func expectSameWalk(_ text: String, _ state: State) throws(Failure) {
    let file = SyntaxReader.read(SourceText(path: "\(name).yaml", text: text)).file
    let scenario: ScenarioSyntax? =
      switch file {
      case .scenario(let scenario): scenario
      case .vignette(let vignette): vignette.reference
      default: nil
      }
    let again = scenario.map { ScenarioRunner.run($0, of: state.program) }
    guard let again, again.isPassed, again.state.outcome == state.outcome,
      again.state.replies.map(\.key).sorted() == state.replies.map(\.key).sorted(),
      Set(again.state.replies.map { "\($0.key) \($0.category)" })
        == Set(state.replies.map { "\($0.key) \($0.category)" })
    else {
      let line = again?.failures.first.map { String($0.place.start.line) } ?? "1"
      throw Failure(.notRecorded, .software, ["path": path, "entry": line, "name": kind.rawValue])
    }
  }
}
