/// Why an entry is not taken. Words for people come from the catalogues by `identifier` and `arguments`.
public enum Refusal: Error, Sendable, Hashable {
  case notStarted
  case alreadyStarted
  /// The case is pinned to another program.
  case programDiffers(expected: String, found: String)
  case flowDiffers(expected: String, found: String)
  /// A fact handed in that the flow does not take.
  case factNotTaken(String)
  case caseEnded
  case caseAbandoned
  case notAbandoned
  /// The walk does not ask for it at this point.
  case notAskedNow(step: String, item: String)
  case wrongType(fact: String, expected: String, found: String)
  case outsideAllowed(fact: String, value: String)
  /// On the wrong side of what another fact or the moment allows.
  case outOfBounds(Bounds)
  case unknownNotAccepted(fact: String)
  case declinedNotAccepted(fact: String)
  case reasonMissing
  case textTooLong(limit: Int)
  case tooManyValues(limit: Int)
  /// A name, birth date or address in a case that is no practice case.
  case namesInPracticeAlone
  /// A mark, a name, a number or words of somebody that say nothing.
  case wordsMissing
  /// The flow allows nobody to decide otherwise here.
  case overrideNotAllowed(step: String)
  case roleMayNotOverride(role: String, allowed: [String])
  case directionNotAllowed(direction: String, recommended: String, to: String)
  /// The override says what is recommended.
  case overrideChangesNothing(value: String)
  /// Nothing may be passed on without the person's consent.
  case consentMissing(step: String)
  case unknownService(String, category: String)
  /// Nothing was left undone there.
  case nothingLeftUndone(step: String, item: String)
  /// A contact is put off to a moment that is over.
  case momentPassed
  /// No open flow offers this report.
  case cannotReport(interrupt: String, fact: String)
  case noSuchEntry(sequence: Int)
  /// An entry of the walk, or one for which there is nothing to correct.
  case notCorrectable(sequence: Int)
  case entryWithdrawn(sequence: Int)
  /// The correction says something of another step, item or kind.
  case correctionDiffers(sequence: Int)
  /// Persons in other roles have to agree.
  case roleDoesNotAgree(role: String, allowed: [String])
  /// Somebody in this role agreed already.
  case agreedAlready(role: String)
  /// The same person agreed already, in another role.
  case samePersonAgreed(role: String)
  /// Only the walk adds such entries.
  case notSaidByPersons(event: String)
}

extension Refusal {
  /// The stable name of the refusal in the catalogues.
  public var identifier: String { parts.identifier }

  /// What the words are about, by name.
  public var arguments: [String: String] { Dictionary(parts.arguments) { $1 } }

  private var parts: (identifier: String, arguments: [(String, String)]) {
    switch self {
    case .notStarted: ("not-started", [])
    case .alreadyStarted: ("already-started", [])
    case .programDiffers(let expected, let found):
      ("program-differs", [("expected", expected), ("found", found)])
    case .flowDiffers(let expected, let found): ("flow-differs", [("expected", expected), ("found", found)])
    case .factNotTaken(let fact): ("fact-not-taken", [("fact", fact)])
    case .caseEnded: ("case-ended", [])
    case .caseAbandoned: ("case-abandoned", [])
    case .notAbandoned: ("not-abandoned", [])
    case .notAskedNow(let step, let item): ("not-asked-now", [("step", step), ("item", item)])
    case .wrongType(let fact, let expected, let found):
      ("wrong-type", [("fact", fact), ("expected", expected), ("found", found)])
    case .outsideAllowed(let fact, let value): ("outside-allowed", [("fact", fact), ("value", value)])
    case .outOfBounds(let bounds): (bounds.identifier, bounds.arguments)
    case .unknownNotAccepted(let fact): ("unknown-not-accepted", [("fact", fact)])
    case .declinedNotAccepted(let fact): ("declined-not-accepted", [("fact", fact)])
    case .reasonMissing: ("reason-missing", [])
    case .textTooLong(let limit): ("text-too-long", [("limit", String(limit))])
    case .tooManyValues(let limit): ("too-many-values", [("limit", String(limit))])
    case .namesInPracticeAlone: ("names-in-practice-alone", [])
    case .wordsMissing: ("words-missing", [])
    case .overrideNotAllowed(let step): ("override-not-allowed", [("step", step)])
    case .roleMayNotOverride(let role, let allowed):
      ("role-may-not-override", [("role", role), ("allowed", allowed.joined(separator: ", "))])
    case .directionNotAllowed(let direction, let recommended, let to):
      ("direction-not-allowed", [("direction", direction), ("recommended", recommended), ("to", to)])
    case .overrideChangesNothing(let value): ("override-changes-nothing", [("value", value)])
    case .consentMissing(let step): ("consent-missing", [("step", step)])
    case .unknownService(let service, let category):
      ("unknown-service", [("service", service), ("category", category)])
    case .nothingLeftUndone(let step, let item):
      ("nothing-left-undone", [("step", step), ("item", item)])
    case .momentPassed: ("moment-passed", [])
    case .cannotReport(let interrupt, let fact):
      ("cannot-report", [("interrupt", interrupt), ("fact", fact)])
    case .noSuchEntry(let sequence): ("no-such-entry", [("sequence", String(sequence))])
    case .notCorrectable(let sequence): ("not-correctable", [("sequence", String(sequence))])
    case .entryWithdrawn(let sequence): ("entry-withdrawn", [("sequence", String(sequence))])
    case .correctionDiffers(let sequence): ("correction-differs", [("sequence", String(sequence))])
    case .roleDoesNotAgree(let role, let allowed):
      ("role-does-not-agree", [("role", role), ("allowed", allowed.joined(separator: ", "))])
    case .agreedAlready(let role): ("agreed-already", [("role", role)])
    case .samePersonAgreed(let role): ("same-person-agreed", [("role", role)])
    case .notSaidByPersons(let event): ("not-said-by-persons", [("event", event)])
    }
  }

  /// Every identifier, so that a catalogue can be checked for completeness.
  public static let identifiers = [
    "not-started", "already-started", "program-differs", "flow-differs", "fact-not-taken", "case-ended",
    "case-abandoned", "not-abandoned", "not-asked-now", "wrong-type", "outside-allowed",
    "too-late-now", "too-late-fact", "too-late-limit", "too-early-now", "too-early-fact", "too-early-limit",
    "too-much-fact", "too-much-limit", "too-little-fact", "too-little-limit", "unknown-not-accepted",
    "declined-not-accepted", "reason-missing", "text-too-long", "too-many-values", "names-in-practice-alone",
    "words-missing",
    "override-not-allowed",
    "role-may-not-override", "direction-not-allowed", "override-changes-nothing", "consent-missing",
    "unknown-service", "nothing-left-undone", "moment-passed", "cannot-report", "no-such-entry",
    "not-correctable", "entry-withdrawn",
    "correction-differs", "role-does-not-agree", "agreed-already", "same-person-agreed",
    "not-said-by-persons",
  ]

  /// The walk may ask for it at another point.
  var isNotAsked: Bool {
    switch self {
    case .notAskedNow, .nothingLeftUndone, .cannotReport, .caseEnded, .caseAbandoned, .notAbandoned,
      .notStarted:
      true
    default: false
    }
  }
}
