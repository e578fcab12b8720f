import FEEL
import FlowDSL

@testable import FlowRuntime

/// Where the flows of a program say what the promises are about: found by what steps do, so that a flow that is written
/// anew is still looked at.
struct ProtocolParts {
  /// A step, or a fact, of one of the flows.
  struct Part: Hashable {
    var flow: Int
    var index: Int
  }

  /// Steps in which the perpetrator is met.
  private(set) var meetings: Set<Part> = []
  /// Steps that are walked in an emergency: someone is in danger.
  private(set) var emergencies: Set<Part> = []
  /// Steps that offer the perpetrator a programme, or the national line.
  private(set) var help: Set<Part> = []
  /// Steps that hand numbers to the person.
  private(set) var numbers: Set<Part> = []
  /// Contacts with anyone who protects: an interpreter makes understood, and does not protect.
  private(set) var contacts: Set<Part> = []
  /// Steps in which protection is sent for: what is ticked is a fact that means protection.
  private(set) var sendings: Set<Part> = []
  /// Facts, with the values that mean danger; and those that mean that protection is there.
  private(set) var danger: [(fact: Part, values: [Value])] = []
  private(set) var protection: [(fact: Part, values: [Value])] = []
  /// Facts by which the person agrees, or says what they want: consents, and those named so.
  private(set) var wishes: [Part] = []

  private static let line = "perpetrators-line"
  private static let phone = "08 019 019 11"
  private static let dangers: [String: [Value]] = [
    "danger": ["high", "extreme"], "short_danger": ["high", "extreme"], "danger_now": [true],
    "attack_reported": [true],
  ]
  private static let protections: [String: [Value]] = [
    "patrol_sent": [true], "emergency_called": [true], "shelter_result": ["sheltered", "makeshift"],
    "arrested": [true], "seventeen_called": [true],
  ]

  init(_ program: Program) {
    for (flow, definition) in program.flows.enumerated() {
      for (index, step) in definition.steps.enumerated() {
        add(step, of: definition, at: Part(flow: flow, index: index))
      }
      for (slot, fact) in definition.facts.enumerated() {
        let part = Part(flow: flow, index: slot)
        if let values = ProtocolParts.dangers[fact.name] { danger.append((part, values)) }
        if let values = ProtocolParts.protections[fact.name] { protection.append((part, values)) }
        if fact.name.hasPrefix("wants_") { wishes.append(part) }
      }
    }
  }

  private mutating func add(_ step: Step, of flow: Flow, at part: Part) {
    switch flow.name {
    case "custody" where step.name == "start", "perpetrator-interview",
      "free-hearing" where step.name == "held",
      "perpetrator-referral" where step.name == "number":
      meetings.insert(part)
    case "emergency": emergencies.insert(part)
    default: break
    }
    switch step.kind {
    case .inform(let information):
      if information.services.contains(ProtocolParts.line) { help.insert(part) }
      if information.services.contains(where: { $0 != ProtocolParts.line }) { numbers.insert(part) }
    case .do(let ticks):
      if ticks.contains(where: { $0.words("fr").contains(ProtocolParts.phone) }) { help.insert(part) }
      let facts = ticks.compactMap(\.slot).map { flow.facts[$0].name }
      if facts.contains(where: { ProtocolParts.protections[$0] != nil }) { sendings.insert(part) }
    case .refer(let referral):
      if referral.to == "perpetrator-programme" { help.insert(part) }
      if case .consent(let slot) = referral.sharing.ground {
        wishes.append(Part(flow: part.flow, index: slot))
      }
    case .contact(let contact) where contact.to != "interpreter":
      contacts.insert(part)
      if case .consent(let slot)? = contact.sharing?.ground {
        wishes.append(Part(flow: part.flow, index: slot))
      }
    default: break
    }
  }
}

/// What came of one walk, as far as the promises are about it.
struct ProtocolPromises {
  var isEnded = false
  var meetsPerpetrator = false
  var offersHelp = false
  var isInDanger = false
  /// Protection is in place: a patrol on its way, a shelter, the perpetrator arrested, a service that took over.
  var isProtected = false
  /// Someone who protects was reached.
  var isReached = false
  /// Something that was offered was not taken: no, rather not say, not known yet, or the number only.
  var isRefused = false
  /// Someone who protects was called and not reached, a referral was not possible, or nobody could be sent, with the
  /// reason on record.
  var isTriedInVain = false
  /// Numbers were handed over.
  var hasNumbers = false

  /// Whether the person does not leave alone: protection, a contact reached, or a refusal with the numbers.
  var isLookedAfter: Bool { isProtected || isReached || (hasNumbers && isRefused) }

  /// Whether nobody at all could be reached: no flow can do more than try, keep the reasons, and give the numbers.
  var isAllThatCanBeDone: Bool { !isLookedAfter && isTriedInVain && hasNumbers }

  init(_ state: State, _ parts: ProtocolParts) {
    isEnded = state.outcome != nil
    for step in state.steps where step.course == .passed {
      let part = ProtocolParts.Part(flow: step.flow, index: step.step)
      if parts.meetings.contains(part) { meetsPerpetrator = true }
      if parts.emergencies.contains(part) { isInDanger = true }
      if parts.help.contains(part) { offersHelp = true }
      if parts.numbers.contains(part) { hasNumbers = true }
    }
    // What a correction withdrew does not count, even where it was done: the walk that stands must keep its promises.
    for said in state.said where !said.isWithdrawn {
      guard let path = said.event.step, let place = state.place(of: path) else { continue }
      let part = ProtocolParts.Part(flow: place.flow, index: place.step)
      switch said.event {
      case .contacted(_, .reached) where parts.contacts.contains(part): isReached = true
      case .referred(_, .referred): isProtected = true
      case .referred(_, .numberGiven): (isRefused, hasNumbers) = (true, true)
      case .contacted(_, .unreached) where parts.contacts.contains(part),
        .contacted(_, .putOff) where parts.contacts.contains(part),
        .referred(_, .impossible) where !parts.help.contains(part),
        .ticked(_, _, false, _?) where parts.sendings.contains(part):
        isTriedInVain = true
      default: break
      }
    }
    if state.has(parts.danger) { isInDanger = true }
    if state.has(parts.protection) { isProtected = true }
    isRefused =
      isRefused
      || state.frames.contains { frame in
        parts.wishes.contains { wish in
          wish.flow == frame.flow
            && frame.standings[wish.index] != .unset && frame.slots[wish.index] != .boolean(true)
        }
      }
  }
}

extension State {
  /// Whether one of these facts has one of its values in a flow that was walked.
  fileprivate func has(_ facts: [(fact: ProtocolParts.Part, values: [Value])]) -> Bool {
    frames.contains { frame in
      facts.contains { $0.fact.flow == frame.flow && $0.values.contains(frame.slots[$0.fact.index]) }
    }
  }
}
