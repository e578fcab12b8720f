import FlowDSL

/// Which parts of a program walks have used.
public struct Coverage: Sendable, Hashable {
  /// A part of a step that walks may use or leave out.
  public struct Part: Sendable, Hashable {
    /// The kinds of part.
    public enum Kind: Sendable, Hashable {
      /// The step was passed.
      case passed
      /// The step was passed over.
      case skipped
      /// A guard of its route held, counted from 1; the rest of the route is one more.
      case route(Int)
      /// A row of its table decided, counted from 1.
      case row(Int)
      /// A factor of its grid counted.
      case factor(String)
    }

    /// The flow's name.
    public let flow: String
    /// The step's name.
    public let step: String
    /// Which part of the step.
    public let kind: Kind

    /// A part of a step.
    public init(flow: String, step: String, kind: Kind) {
      self.flow = flow
      self.step = step
      self.kind = kind
    }
  }

  /// The parts used.
  public private(set) var used: Set<Part> = []

  /// Nothing used yet.
  public init() {}

  /// Notes that a part was used.
  mutating func note(_ part: Part) { used.insert(part) }

  /// Adds what another walk used.
  public mutating func formUnion(_ other: Coverage) { used.formUnion(other.used) }

  /// The parts of a program that no walk used, in the order of its text.
  public func unused(of program: Program) -> [Part] {
    Coverage.parts(of: program).filter { !used.contains($0) }
  }

  /// All parts of a program, in the order of its text.
  public static func parts(of program: Program) -> [Part] {
    program.flows.flatMap { flow in
      flow.steps.flatMap { step in
        kinds(of: step).map { Part(flow: flow.name, step: step.name, kind: $0) }
      }
    }
  }

  private static func kinds(of step: Step) -> [Part.Kind] {
    var kinds: [Part.Kind] = [.passed]
    if step.when != nil { kinds.append(.skipped) }
    if !step.then.guards.isEmpty {
      kinds += step.then.guards.indices.map { .route($0 + 1) }
      if step.then.otherwise != nil { kinds.append(.route(step.then.guards.count + 1)) }
    }
    switch step.kind {
    case .assess(let assessment):
      kinds += assessment.levels.indices.map { .row($0 + 1) }
      kinds += (assessment.risk + assessment.safety).map { .factor($0.name) }
    case .decide(let decision):
      if case .table(let table) = decision.logic { kinds += table.rules.indices.map { .row($0 + 1) } }
    default: break
    }
    return kinds
  }
}

extension State {
  /// Notes that a part of a step was used, where coverage is asked for.
  mutating func cover(_ kind: @autoclosure () -> Coverage.Part.Kind, _ flow: Int, _ step: Int) {
    guard coverage != nil else { return }
    coverage?.note(
      Coverage.Part(flow: program.flows[flow].name, step: program.flows[flow].steps[step].name, kind: kind()))
  }
}
