import FEEL
import FlowDSL

// What stood in a case before a correction is not lost while the walk has not come there again: needs and papers are shown as
// they stood; a step that a mistaken correction alone led to leaves nothing behind.

/// A need as it stood before a correction.
struct NeedBefore: Sendable, Equatable {
  var prefix: String
  var flow: Int
  var name: String
  var progress: NeedStanding.Progress
}

/// A document that could be made before a correction, and is of no step of the walk now.
public struct DocumentBefore: Sendable, Equatable {
  /// By what it is asked for: its name behind the path of its flow.
  public let name: String
  /// The step that produced it.
  public let step: StepPath
  /// The last entry before the correction: up to it, the document can be made as it stood.
  public let sequence: Int
  /// Index of the flow of its step.
  let flow: Int
  /// Its place among what that flow produces.
  let production: Int

  /// The document as declared.
  public func document(of program: Program) -> Document {
    program.flows[flow].productions[production].document
  }
}

extension State {
  /// Documents that could be made before a correction, where the walk has not come again: as they stood then.
  public var documentsBefore: [DocumentBefore] {
    let there = Set(documents.map(\.name))
    return papersBefore.filter { !there.contains($0.name) && !isPassedOver($0.step) }
  }

  /// Takes over from the walk before a correction of an entry how needs and papers stood, and notes to which steps that correction
  /// alone led.
  mutating func keepWhatStood(in previous: State, correcting entry: Int) {
    needsBefore = previous.needs.filter { $0.progress != .notAsked }.map {
      NeedBefore(prefix: $0.prefix, flow: $0.flow, name: $0.need.name, progress: $0.progress)
    }
    let papers = previous.documents.filter { $0.obstacle == nil }.compactMap { standing -> DocumentBefore? in
      let productions = previous.program.flows[standing.flow].productions
      guard let place = productions.lastIndex(where: { $0.document.name == standing.document.name }) else {
        return nil
      }
      return DocumentBefore(
        name: standing.name, step: standing.step, sequence: previous.sequence, flow: standing.flow,
        production: place)
    }
    let known = Set(papers.map(\.name))
    papersBefore = previous.documentsBefore.filter { !known.contains($0.name) } + papers
    let stood = previous.standingPaths
    walked = previous.walked.union(stood.subtracting(previous.ledTo.keys))
    ledTo = previous.ledTo
    for path in standingPaths.subtracting(stood).subtracting(walked) { ledTo[path] = entry }
  }

  /// Paths of the steps that the walk came to.
  var standingPaths: Set<StepPath> { Set(steps.filter { $0.course != .skipped }.map(\.path)) }

  /// Whether a step is in the walk only since an entry was corrected to what it is found not to say either, and nobody did anything
  /// there.
  func isMistaken(_ path: StepPath, correcting entry: Int) -> Bool {
    ledTo[path] == entry && !said.contains { !$0.isWithdrawn && $0.event.step == path }
  }

  /// Whether the walk passed over a step, or over what leads to it.
  private func isPassedOver(_ path: StepPath) -> Bool {
    let path = path.description
    return steps.contains { step in
      guard step.course == .skipped, path.hasPrefix(step.path.description) else { return false }
      let rest = path.dropFirst(step.path.description.count).first
      return rest == nil || rest == "/" || rest == "["
    }
  }

  /// Needs as they stood before a correction, in the place of those that nobody was asked about in this walk so far.
  func withNeedsBefore(_ needs: [NeedStanding]) -> [NeedStanding] {
    guard !needsBefore.isEmpty else { return needs }
    var all = needs.map { standing -> NeedStanding in
      guard standing.progress == .notAsked,
        let before = needsBefore.first(where: {
          $0.prefix == standing.prefix && $0.name == standing.need.name
        }), !hasComeTo(standing.need, at: standing.prefix, flow: standing.flow)
      else { return standing }
      return NeedStanding(
        prefix: standing.prefix, flow: standing.flow, need: standing.need, progress: before.progress,
        isBefore: true)
    }
    let names = Set(needs.map(\.need.name))
    for before in needsBefore where !names.contains(before.name) {
      let caller = StepPath(String(before.prefix.dropLast()))
      guard !isPassedOver(caller),
        let need = program.flows[before.flow].needs.first(where: { $0.name == before.name })
      else { continue }
      all.append(
        NeedStanding(
          prefix: before.prefix, flow: before.flow, need: need, progress: before.progress, isBefore: true))
    }
    return all
  }

  /// Whether the walk has come past every step that could tell whether it is a need.
  private func hasComeTo(_ need: Need, at prefix: String, flow: Int) -> Bool {
    let slots = Set(need.when.slots + (need.asked?.slots ?? []))
    let past = Set(steps.filter { $0.course != .open }.map(\.path))
    return program.flows[flow].steps.allSatisfy { step in
      slots.isDisjoint(with: step.kind.slotsSet) || past.contains(StepPath(prefix + step.name))
    }
  }
}

extension Step.Kind {
  /// Slots of the facts that it may set.
  fileprivate var slotsSet: [Int] {
    switch self {
    case .ask(let questions): questions.map(\.slot)
    case .assess, .decide: outputs
    case .do(let ticks): ticks.compactMap(\.slot)
    case .inform(let information): information.tell.compactMap(\.slot)
    case .contact(let contact): contact.asks.map(\.slot) + [contact.result].compactMap(\.self)
    case .refer(let referral): referral.asks.map(\.slot) + [referral.result].compactMap(\.self)
    case .run(let call): call.gives.map(\.to) + [call.result].compactMap(\.self)
    case .each(let iteration): iteration.call.gives.map(\.to)
    case .wait(let wait): wait.asks.map(\.slot) + [wait.result].compactMap(\.self)
    case .together, .end: []
    }
  }
}
