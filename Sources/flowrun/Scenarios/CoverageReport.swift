import FlowDSL
import FlowRuntime

/// How much of each flow the scenarios walked, and what none of them did.
struct CoverageReport {
  /// A part that nothing walked, with where it is written.
  struct Gap: Sendable, Hashable {
    let part: Coverage.Part
    let place: Place?
  }

  /// All parts of the flows, by flow.
  private let parts: [String: [Coverage.Part]]
  private let used: Set<Coverage.Part>
  private let folders: [ProtocolSyntax]

  /// Counts what the scenarios of some folders walked.
  init(_ folders: [ScenarioFolder]) {
    var parts: [String: [Coverage.Part]] = [:]
    for program in folders.flatMap(\.programs.values) {
      for (flow, all) in Dictionary(grouping: Coverage.parts(of: program), by: \.flow) { parts[flow] = all }
    }
    self.parts = parts
    used = folders.flatMap(\.tests).reduce(into: []) { $0.formUnion($1.result.coverage.used) }
    self.folders = folders.map(\.syntax)
  }

  /// What no scenario walked, flow by flow, in the order of the text.
  var gaps: [Gap] {
    parts.keys.sorted().flatMap { flow in
      (parts[flow] ?? []).filter { !used.contains($0) }.map { part in
        Gap(part: part, place: folders.lazy.compactMap { $0.place(of: part) }.first)
      }
    }
  }

  /// A line for each flow: how many of its parts were walked.
  func summary(_ words: Wording) -> Screen {
    var screen = Screen()
    for flow in parts.keys.sorted() {
      let (walked, count) = counts(flow) { _ in true }
      screen.add(
        words(.testCoverage, ["flow": flow, "used": String(walked), "count": String(count)]), indent: 2)
    }
    return screen
  }

  /// A line for each flow with its steps, branches, rows and factors; then each part that nothing walked.
  func details(_ words: Wording) -> Screen {
    var screen = Screen()
    for flow in parts.keys.sorted() {
      let kinds: [(Phrase, (Coverage.Part.Kind) -> Bool)] = [
        (.coverageSteps, \.isStep), (.coverageBranches, \.isBranch), (.coverageRows, \.isRow),
        (.coverageFactors, \.isFactor),
      ]
      let line = kinds.compactMap { phrase, isCounted -> String? in
        let (walked, count) = counts(flow, isCounted)
        return count == 0 ? nil : words(phrase, ["used": String(walked), "count": String(count)])
      }
      screen.add(words.label(flow) + line.joined(separator: ", "), indent: 2)
    }
    screen.space()
    if gaps.isEmpty {
      screen.add(words(.coverageWhole))
    } else {
      screen.add(words(.coverageGaps, ["count": String(gaps.count)]), .warning)
      for gap in gaps {
        let place = gap.place.map { "\($0.file):\($0.start.line): " } ?? ""
        screen.add(place + gap.part.path + ": " + words.part(gap.part.kind), indent: 2)
      }
    }
    return screen
  }

  private func counts(
    _ flow: String, _ isCounted: (Coverage.Part.Kind) -> Bool
  ) -> (walked: Int, count: Int) {
    let counted = (parts[flow] ?? []).filter { isCounted($0.kind) }
    return (counted.filter(used.contains).count, counted.count)
  }
}

extension Coverage.Part {
  /// The flow and the step.
  fileprivate var path: String { flow + "/" + step }
}

extension Coverage.Part.Kind {
  fileprivate var isStep: Bool { self == .passed }

  fileprivate var isBranch: Bool {
    switch self {
    case .skipped, .route: true
    default: false
    }
  }

  fileprivate var isRow: Bool { if case .row = self { true } else { false } }

  fileprivate var isFactor: Bool { if case .factor = self { true } else { false } }
}

extension Wording {
  /// What did not happen to a part of a step.
  fileprivate func part(_ kind: Coverage.Part.Kind) -> String {
    switch kind {
    case .passed: self(.coverageNotPassed)
    case .skipped: self(.coverageNotSkipped)
    case .route(let number): self(.coverageNotRoute, ["n": String(number)])
    case .row(let number): self(.coverageNotRow, ["n": String(number)])
    case .factor(let name): self(.coverageNotFactor, ["factor": name])
    }
  }
}
