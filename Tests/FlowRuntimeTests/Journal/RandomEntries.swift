import FEEL
import FlowDSL

@testable import FlowRuntime

/// Entries of every kind with values of every kind, drawn from a seed.
struct RandomEntries {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
  private mutating func maybe<Result>(_ make: (inout Self) -> Result) -> Result? {
    chance(50) ? make(&self) : nil
  }

  /// Texts with all that needs care: quotes, control characters, letters of one to four bytes, none at all.
  mutating func text() -> String {
    let pieces = [
      "a", "Évaluation", "\"", "\\", "\n", "\t", "\r", "\u{8}", "\u{C}", "\u{0}", "\u{1F}", "\u{7F}", "€",
      "𐍈", "👩‍👧", "ب",
      "\u{2028}", "/", " ", "0", "e\u{301}",
    ]
    return (0..<number(0...6)).map { _ in pieces[number(0...(pieces.count - 1))] }.joined()
  }

  mutating func word() -> String { ["weapon", "threats", "danger", "children-hurt"][number(0...3)] }

  mutating func step() -> StepPath {
    StepPath(["reception/room", "danger-check", "!attack-now[1]/call"][number(0...2)])
  }

  mutating func person() -> Person {
    Person(identifier: "p-\(number(1...99))", role: chance(80) ? "officer" : text())
  }

  mutating func instant() -> Instant {
    Instant(milliseconds: Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &random))
  }

  mutating func decimal() -> Number {
    let texts = [
      "0.1", "-0.5", "9007199254740991", "-9007199254740991", "9007199254740992", "-9007199254740993", "1e30",
      "1e-30",
      "9999999999999999999999999999999999", "0.30000000000000004", "9223372036854775807", "0",
    ]
    return chance(50) ? Number(number(-1000...1000)) : Number(texts[number(0...(texts.count - 1))]) ?? 0
  }

  mutating func value(deep: Int = 3) -> Value {
    switch number(0...(deep > 0 ? 12 : 9)) {
    case 0: return .null
    case 1: return .boolean(chance(50))
    case 2, 3: return .number(decimal())
    case 4: return .string(text())
    case 5: return CalendarDate(daysSinceEpoch: number(-800_000...800_000)).map { .date($0) } ?? .null
    case 6: return time().map { .time($0) } ?? .null
    case 7:
      guard let time = time(), let date = CalendarDate(daysSinceEpoch: number(-1000...90_000)) else {
        return .null
      }
      return .dateTime(DateTime(date, time))
    case 8: return .daysDuration(DaysDuration(seconds: Int64(number(-1_000_000...1_000_000)), nanoseconds: 7))
    case 9: return .yearsDuration(YearsDuration(months: number(-30...30)))
    case 10: return .list((0..<number(0...3)).map { _ in value(deep: deep - 1) })
    case 11:
      var context = Context()
      for _ in 0..<number(0...4) { context[text()] = value(deep: deep - 1) }
      return .context(context)
    default:
      return .range(
        Interval(low: value(deep: 0), includesLow: chance(50), high: value(deep: 0), includesHigh: chance(50))
      )
    }
  }

  private mutating func time() -> ClockTime? {
    let zones = [Zone.none, .utc, Zone(offset: 7200), Zone(offset: -12_345), Zone(name: "Etc/UTC")]
    guard let zone = zones[number(0...4)] else { return nil }
    return ClockTime(
      hour: number(0...23), minute: number(0...59), second: 59, nanosecond: number(0...1) * 500, zone: zone)
  }

  mutating func answer() -> Answer { [.unknown, .declined, .value(value()), .value(true)][number(0...3)] }

  mutating func bindings() -> [Binding] {
    (0..<number(0...2)).map { _ in Binding(fact: word(), value: value(deep: 1)) }
  }

  mutating func part() -> PersonPart { PersonPart.allCases[number(0...(PersonPart.allCases.count - 1))] }

  mutating func event(_ kind: EventKind) -> Event {
    switch kind {
    case .started:
      let given = (0..<number(0...2)).map { _ in GivenFact(fact: word(), answer: answer()) }
      return .started(
        Start(program: "abc", flow: "reception", language: "fr", given: given, isPractice: chance(50)))
    case .answered: return .answered(step: step(), fact: word(), answer())
    case .ticked: return .ticked(step: step(), item: word(), done: chance(50), reason: maybe { $0.text() })
    case .contacted:
      let outcomes: [ContactOutcome] = [
        .reached, .noAnswer, .unreached(reason: text()),
        .putOff(until: Instant(milliseconds: 1_800_000_000_000)),
      ]
      return .contacted(step: step(), outcomes[number(0...3)])
    case .referred:
      let outcomes: [ReferralOutcome] = [
        .referred(service: maybe { $0.text() }), .numberGiven, .impossible(reason: text()),
      ]
      return .referred(step: step(), outcomes[number(0...2)])
    case .confirmed: return .confirmed(step: step())
    case .overridden: return .overridden(step: step(), to: value(), reason: maybe { $0.text() })
    case .concurred: return .concurred(step: step(), agrees: chance(50), reason: maybe { $0.text() })
    case .reported: return .reported(interrupt: "attack-now", fact: word())
    case .settled:
      return .settled(step: step(), item: maybe { $0.word() }, done: chance(50), reason: text())
    case .corrected:
      let inner = EventKind.allCases.filter { $0 != .corrected }
      return .corrected(
        sequence: number(1...9), to: event(inner[number(0...(inner.count - 1))]), reason: text())
    case .noted: return .noted(text())
    case .identified:
      let identity = maybe { random in
        PersonOfCase.Identity(
          name: random.text(), born: random.maybe { $0.text() }, reach: random.maybe { $0.text() })
      }
      return .identified(PersonOfCase(part(), mark: text(), identity: identity))
    case .referenced: return .referenced(text())
    case .quoted: return .quoted(Quotation(text(), by: part()))
    case .handedOver: return .handedOver(to: person(), reason: maybe { $0.text() })
    case .abandoned: return .abandoned(reason: text())
    case .reopened: return .reopened(reason: text())
    case .clock: return .clock
    case .recommended:
      let counted = (0..<number(0...2)).map { _ in
        Recommendation.Counted(factor: word(), weight: decimal(), ground: ground())
      }
      return .recommended(
        step: step(),
        Recommendation(
          values: bindings(), score: maybe { $0.decimal() }, counted: counted, row: maybe { $0.number(1...9) }
        ))
    case .decided: return .decided(step: step(), bindings())
    case .interrupted: return .interrupted(step())
    case .resumed: return .resumed(step())
    case .cancelled: return .cancelled((0..<number(0...3)).map { _ in step() })
    case .exhausted: return .exhausted(step: step(), rounds: number(2...100))
    case .overdue: return .overdue(step: step(), due: instant())
    case .withdrawn: return .withdrawn((0..<number(0...3)).map { _ in number(1...99) })
    case .reinstated: return .reinstated([number(1...99)])
    case .ended: return .ended(outcome: text())
    }
  }

  mutating func ground() -> Recommendation.Ground {
    [.stated, .precaution(nil), .precaution(.unknown), .precaution(.declined), .precaution(.unasked)][
      number(0...4)]
  }

  /// As many entries, of all kinds in turn.
  mutating func entries(_ count: Int) -> [Entry] {
    (1...count).map { sequence in
      let kind = EventKind.allCases[(sequence - 1) % EventKind.allCases.count]
      let offset = UTCOffset(minutes: chance(50) ? number(-1080...1080) : 0) ?? .utc
      return Entry(sequence: sequence, at: instant(), offset: offset, by: person(), event: event(kind))
    }
  }
}

/// Gives the salts of openings again, so that an entry can be sealed as it was.
struct SaltsOf: RandomNumberGenerator {
  private var words: [UInt64]

  init(_ openings: [Opening]) {
    words = openings.flatMap { opening -> [UInt64] in
      guard case .kept(let salt, _) = opening else { return [] }
      return [salt.words[0], salt.words[1]]
    }.reversed()
  }

  mutating func next() -> UInt64 { words.popLast() ?? 0 }
}

/// Seals entries of one case one after the other.
func sealed(
  _ entries: [Entry], case identifier: String = "case-1", privacy: Privacy = .everything, seed: UInt64 = 1
) throws -> [SealedEntry] {
  var sealer = Sealer(case: identifier, privacy: privacy)
  var salts = SeededGenerator(seed: seed)
  return try entries.map { try sealer.seal($0, salts: &salts) }
}
