import FEEL
import FlowDSL

/// A document that a step of the walk produces, and whether it can be made (grammar, section 13.6).
public struct DocumentStanding: Sendable {
  /// Why a document cannot be made.
  public enum Obstacle: Sendable, Hashable {
    /// The person has not agreed: the fact of the consent, and how it stands.
    case noConsent(fact: String, Standing)
  }

  /// The document, with the facts of the flow of its step.
  public let document: Document
  /// The step that produces it.
  public let step: StepPath
  /// What comes before the step's name: `""`, `danger-check/`, `children-check[2]/`.
  public let prefix: String
  /// Index in the program of the flow of its step.
  public let flow: Int
  /// Why it cannot be made; `nil` where it can.
  public let obstacle: Obstacle?
  /// The values of that flow's facts as they stand, by slot; `null` unless known.
  private let values: [Value]
  private let standings: [Standing]
  /// How each item stands of the lists that an `each` collected, by slot.
  private let items: [Int: [Standing]]

  fileprivate init(
    _ document: Document, at step: TrailStep, frame: Frame, items: [Int: [Standing]], obstacle: Obstacle?
  ) {
    self.document = document
    self.step = step.path
    prefix = frame.prefix
    flow = step.flow
    self.obstacle = obstacle
    values = frame.slots
    standings = frame.standings
    self.items = items
  }

  /// By what it is asked for: its name behind the path of its flow, `liaison-form`, `children-check[2]/liaison-form`.
  public var name: String { prefix + document.name }

  /// A fact of the document's flow as it stands.
  public func fact(_ slot: Int, of program: Program) -> FactStanding {
    FactStanding(
      prefix: prefix, fact: program.flows[flow].facts[slot], value: values[slot], standing: standings[slot],
      items: items[slot] ?? [])
  }

  /// Whether a condition of the document holds.
  public func holds(_ condition: CompiledExpression) -> Bool { condition.holds(values) == true }
}

extension State {
  /// The documents of all steps reached, in the order in which they were; of several steps of one flow that produce the same
  /// document, the last counts.
  public var documents: [DocumentStanding] {
    var found: [DocumentStanding] = []
    for step in steps where step.course == .open || step.course == .passed {
      let productions = program.flows[step.flow].productions.filter { $0.step == step.step }
      guard !productions.isEmpty, let frame = frame(of: step) else { continue }
      for production in productions {
        let document = production.document
        let items = Dictionary(
          uniqueKeysWithValues: document.facts.map { ($0, itemStandings(of: $0, in: frame)) })
        let standing = DocumentStanding(
          document, at: step, frame: frames[frame], items: items, obstacle: obstacle(to: document, in: frame))
        found.removeAll { $0.name == standing.name }
        found.append(standing)
      }
    }
    return found
  }

  private func frame(of step: TrailStep) -> Int? {
    let path = step.path.description
    let prefix = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return frames.lastIndex { $0.flow == step.flow && $0.prefix == prefix }
  }

  private func obstacle(to document: Document, in frame: Int) -> DocumentStanding.Obstacle? {
    guard let ground = document.ground, !mayPassOn(Sharing(facts: document.facts, ground: ground), in: frame)
    else { return nil }
    switch ground {
    case .legal: return nil
    case .consent(let slot):
      return .noConsent(
        fact: program.flows[frames[frame].flow].facts[slot].name, frames[frame].standings[slot])
    }
  }
}
