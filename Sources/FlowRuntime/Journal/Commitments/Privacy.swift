import FlowDSL

/// Which values of a journal stand as commitments.
///
/// All free text and the grounds of every recommendation do. Of the facts, those that the program says are personal do,
/// and those it does not know: when flows of a program differ on a name, the more careful one counts.
public struct Privacy: Sendable, Hashable {
  private let openFacts: Set<String>
  private let openDecisions: Set<String>

  /// Every value is personal.
  public static let everything = Privacy(openFacts: [], openDecisions: [])

  /// Only these facts, and decisions of these steps, may be read in the chain.
  ///
  /// - Parameters:
  ///   - openFacts: Names of facts whose values are not personal.
  ///   - openDecisions: Names of `assess` and `decide` steps whose level or output is not personal.
  public init(openFacts: Set<String>, openDecisions: Set<String>) {
    self.openFacts = openFacts
    self.openDecisions = openDecisions
  }

  /// What the flows of a program declare.
  public init(_ program: Program) {
    let facts = program.flows.flatMap(\.facts)
    let personal = Set(facts.filter(\.isPersonal).map(\.name))
    let open = Set(facts.map(\.name)).subtracting(personal)
    var openDecisions: Set<String> = []
    var personalDecisions: Set<String> = []
    for flow in program.flows {
      for step in flow.steps {
        guard let slots = step.decidedSlots else { continue }
        if slots.allSatisfy({ open.contains(flow.facts[$0].name) }) {
          openDecisions.insert(step.name)
        } else {
          personalDecisions.insert(step.name)
        }
      }
    }
    self.init(openFacts: open, openDecisions: openDecisions.subtracting(personalDecisions))
  }

  /// Whether the values of a fact stand as commitments.
  public func isPersonal(fact: String) -> Bool { !openFacts.contains(fact) }

  /// Whether what a step was decided to be, against its recommendation, stands as a commitment.
  public func isPersonal(decisionAt step: StepPath) -> Bool {
    let path = step.description
    let name =
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    return !openDecisions.contains(name)
  }
}

extension Step {
  /// Slots of the facts that a person may decide here against a recommendation.
  fileprivate var decidedSlots: [Int]? {
    switch kind {
    case .assess(let assessment): [assessment.slot]
    case .decide(let decision): decision.outputs
    default: nil
    }
  }
}
