import FEEL
import FlowDSL

/// A fact as it stands in one of the flows walked.
public struct FactStanding: Sendable {
  /// Path of the flow it stands in: `""` for the main one, `danger-check/`, `children-check[2]/`.
  public let prefix: String
  /// The fact as declared.
  public let fact: Fact
  /// Its value; `null` unless it is known.
  public let value: Value
  /// Whether and how it is answered.
  public let standing: Standing
  /// Of a list with a place for each item of an `each`, in which something is missing: how each of its items stands. Empty for all
  /// else.
  public let items: [Standing]

  /// A fact as it would stand.
  public init(prefix: String, fact: Fact, value: Value, standing: Standing, items: [Standing] = []) {
    (self.prefix, self.fact, self.value, self.standing) = (prefix, fact, value, standing)
    self.items = items
  }
}

extension State {
  /// What persons said, in order, as it counts now; corrections have taken their place in what they correct.
  public var answers: [Said] {
    said.filter {
      if case .corrected = $0.event { return false }
      return true
    }
  }

  /// Numbers of the entries that no longer count: said ones that are held, and those of the walk that a correction
  /// did away with.
  public var withdrawn: Set<Int> { Set(held.map { said[$0].sequence } + revoked) }

  /// The entries of the walk that hold, in the order of the walk, with their numbers.
  public var effects: [(sequence: Int, event: Event)] { added.map { ($0.sequence, $0.event) } }

  /// Steps reached and passed over, in order, then those that a correction withdrew.
  public var trail: [TrailStep] {
    var seen = Set(steps.map(\.path))
    var withdrawn: [TrailStep] = []
    for index in held {
      guard let path = said[index].event.step, seen.insert(path).inserted,
        let (flow, step) = place(of: path)
      else { continue }
      withdrawn.append(
        TrailStep(path: path, flow: flow, step: step, course: .withdrawn, sequence: said[index].sequence))
    }
    return steps + withdrawn
  }

  /// The flow and step that a path leads to, whether the walk is there or not.
  public func place(of path: StepPath) -> (flow: Int, step: Int)? {
    var flow = 0
    var found: (flow: Int, step: Int)?
    for part in path.description.split(separator: "/") {
      let name = part.prefix { $0 != "[" }
      if name.hasPrefix("!") {
        guard let interrupt = program.flows[flow].interrupts.first(where: { $0.name == name.dropFirst() })
        else {
          return nil
        }
        flow = interrupt.call.flow
        found = nil
        continue
      }
      guard let step = program.flows[flow].steps.firstIndex(where: { $0.name == name }) else { return nil }
      found = (flow, step)
      switch program.flows[flow].steps[step].kind {
      case .run(let call): flow = call.flow
      case .each(let iteration): flow = iteration.call.flow
      default: break
      }
    }
    return found
  }

  /// Facts of all flows walked, in the order in which the flows were begun.
  public var facts: [FactStanding] {
    frames.indices.flatMap { frame in
      program.flows[frames[frame].flow].facts.indices.map { standing(of: $0, in: frame) }
    }
  }

  /// A fact of the main flow, or, with a prefix, of a flow inside it; the last begun where there are several.
  public func fact(_ name: String, in prefix: String = "") -> FactStanding? {
    guard let frame = frames.lastIndex(where: { $0.prefix == prefix }),
      let slot = program.flows[frames[frame].flow].facts.firstIndex(where: { $0.name == name })
    else { return nil }
    return standing(of: slot, in: frame)
  }

  /// A fact of a flow as it stands.
  func standing(of slot: Int, in index: Int) -> FactStanding {
    let frame = frames[index]
    return FactStanding(
      prefix: frame.prefix, fact: program.flows[frame.flow].facts[slot], value: frame.slots[slot],
      standing: frame.standings[slot], items: itemStandings(of: slot, in: index))
  }
}
