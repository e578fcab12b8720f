import FEEL
import Testing

@testable import FlowRuntime

/// Entries as bodies and openings.
@Suite struct EntryTests {
  @Test func bodiesLookLikeThis() throws {
    let by = Person(identifier: "officer-12", role: "officer")
    let entry = Entry(
      sequence: 1, at: Instant(milliseconds: 1_795_500_000_000), by: by,
      event: .answered(step: StepPath("danger-check/threats"), fact: "weapon", .value(true)))
    let privacy = Privacy(openFacts: ["weapon"], openDecisions: [])
    let open = try sealed([entry], privacy: privacy)[0]
    #expect(
      String(decoding: open.body, as: UTF8.self) == """
        {"at":"2026-11-24T06:00:00.000Z","by":{"identifier":"officer-12","role":"officer"},"case":"case-1",\
        "event":{"answered":{"answer":{"value":true},"fact":"weapon","step":"danger-check/threats"}},\
        "previous":"\(String(repeating: "0", count: 64))","sequence":1}
        """)
    #expect(open.openings.isEmpty)

    let personal = try sealed([entry])[0]
    let commitment = try #require(personal.openings.first?.commitment)
    #expect(
      String(decoding: personal.body, as: UTF8.self).contains(
        "\"answer\":{\"commitment\":\"\(commitment)\"},\"fact\""))
    guard case .kept(let salt, let value) = personal.openings[0] else {
      Issue.record("no opening")
      return
    }
    #expect(String(decoding: value, as: UTF8.self) == #"{"value":true}"#)
    #expect(Hash(of: salt.bytes + value) == commitment)
  }

  /// The place's offset stands in the chain where it is not that of UTC; an entry without one has the bytes that it always had.
  @Test func theOffsetIsPartOfTheEntry() throws {
    let by = Person(identifier: "o", role: "officer")
    var entry = Entry(sequence: 1, at: Instant(milliseconds: 0), by: by, event: .clock)
    let without = try sealed([entry])[0]
    entry.offset = try #require(UTCOffset(minutes: 120))
    let with = try sealed([entry])[0]
    let text = String(decoding: with.body, as: UTF8.self)
    #expect(text.contains(#""event":{"clock":{}},"offset":120,"previous""#))
    #expect(text.replacing("\"offset\":120,", with: "") == String(decoding: without.body, as: UTF8.self))
    #expect(with.hash != without.hash)
    // One entry has one form: what is that of UTC is not written, and what no place has is not read.
    for wrong in ["0", "1081", "-1081"] {
      let body = Array(text.replacing(":120,", with: ":\(wrong),").utf8)
      #expect(throws: ReadingError.self) { try BodyReader.read(body, openings: []) }
    }
  }

  /// FIPS 180-4, the example of one block.
  @Test func hashesAsTheStandardShows() {
    #expect(
      Hash(of: "abc").hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Hash(hexadecimal: Hash(of: "abc").hexadecimal) == Hash(of: "abc"))
    #expect(Hash(hexadecimal: Hash(of: "abc").hexadecimal.uppercased()) == nil)
  }

  @Test func kindsAreNamedAsEventsAre() {
    var random = RandomEntries(seed: 1)
    for kind in EventKind.allCases {
      let event = random.event(kind)
      #expect(event.name == kind.rawValue)
      #expect(event.isSaid == kind.isSaid)
    }
  }

  @Test(
    arguments: 0..<20,
    [Privacy.everything, Privacy(openFacts: ["weapon", "danger"], openDecisions: ["room"])])
  func whatIsSealedIsReadBack(_ seed: UInt64, _ privacy: Privacy) throws {
    var random = RandomEntries(seed: seed)
    let entries = random.entries(100)
    var chain = ChainVerifier(case: "case-1")
    for (entry, sealed) in zip(entries, try sealed(entries, privacy: privacy)) {
      #expect(try chain.verify(sealed) == .whole(entry), "seed \(seed)")
    }
  }

  /// No personal value can be read in the chain.
  @Test func personalValuesStandNowhereInBodies() throws {
    let secret = "Hidden Person"
    let events: [Event] = [
      .started(
        Start(
          program: "p", flow: "f", language: "fr",
          given: [GivenFact(fact: "x", answer: .value(.string(secret)))])),
      .answered(step: StepPath("s"), fact: "x", .value(.string(secret))),
      .ticked(step: StepPath("s"), item: "i", done: false, reason: secret),
      .contacted(step: StepPath("s"), .unreached(reason: secret)),
      .referred(step: StepPath("s"), .impossible(reason: secret)),
      .settled(step: StepPath("s"), item: "i", done: true, reason: secret),
      .overridden(step: StepPath("s"), to: .string(secret), reason: secret),
      .corrected(sequence: 1, to: .noted(secret), reason: secret), .noted(secret),
      .handedOver(to: Person(identifier: "i", role: "r"), reason: secret), .abandoned(reason: secret),
      .reopened(reason: secret), .referenced(secret), .quoted(Quotation(secret, by: .victim)),
      .identified(
        PersonOfCase(.child, mark: secret, identity: .init(name: secret, born: secret, reach: secret))),
      .recommended(
        step: StepPath("s"),
        Recommendation(
          values: [Binding(fact: "x", value: .string(secret))],
          counted: [.init(factor: secret, weight: 1, ground: .stated)])),
      .decided(step: StepPath("s"), [Binding(fact: "x", value: .string(secret))]),
    ]
    let by = Person(identifier: "i", role: "r")
    let entries = events.enumerated().map {
      Entry(sequence: $0 + 1, at: Instant(milliseconds: 0), by: by, event: $1)
    }
    for sealed in try sealed(entries) {
      #expect(!String(decoding: sealed.body, as: UTF8.self).contains(secret))
      #expect(!sealed.openings.isEmpty)
    }
  }

  @Test func refusesWhatCannotBeWritten() throws {
    var deep: Event = .clock
    for _ in 0..<40 { deep = .corrected(sequence: 1, to: deep, reason: "") }
    let long = String(repeating: "x", count: JournalLimits.body)
    let far = Instant(milliseconds: .max)
    for (event, fault) in [
      (deep, UnwritableValue.tooDeep), (.noted(long), .tooLong), (.ended(outcome: long), .tooLong),
      (.overdue(step: StepPath("s"), due: far), .instant(far)),
    ] as [(Event, UnwritableValue)] {
      let entry = Entry(
        sequence: 1, at: Instant(milliseconds: 0), by: Person(identifier: "i", role: "r"), event: event)
      #expect(throws: fault) { try sealed([entry]) }
    }
  }

  /// The faults of a body, each with its place.
  @Test(
    arguments: [
      (#"{"clock":{}}"#, #"{"klock":{}}"#, .unknownEvent("klock")),
      (#"{"clock":{}}"#, #"{"clock":{"x":1}}"#, .unknownField("x")),
      (#"{"clock":{}}"#, #"{"clock":{},"noted":{}}"#, .expected("}")),
      (#"{"clock":{}}"#, #"{}"#, .missingField("event")),
      (#"{"clock":{}}"#, #"{"ended":{}}"#, .missingField("outcome")),
      (#"{"clock":{}}"#, #"{"ended":{"outcome":"a","outcome":"a"}}"#, .duplicateField("outcome")),
      (#"{"clock":{}}"#, #"{"reported":{"interrupt":"a","fact":"a"}}"#, .missingField("fact")),
      (#"{"clock":{}}"#, #"{"contacted":{"outcome":"lost","step":"s"}}"#, .unknownWord("lost")),
      (#"{"clock":{}}"#, #"{"withdrawn":{"entries":[0]}}"#, .number),
      (#""role":"r""#, #""role":1"#, .expected("\"")),
      (#""sequence":1"#, #""sequence":01"#, .number),
      (#""sequence":1"#, #""sequence":1,"zone":1"#, .unknownField("zone")),
      (#""case":"case-1","#, "", .missingField("case")),
      (#"{"at":"#, #"{"at":"x","at":"#, .temporal),
      ("}", "} ", .trailing),
    ] as [(String, String, ReadingFault)]) func namesWhatIsWrong(
      _ old: String, _ new: String, _ fault: ReadingFault
    ) throws
  {
    let entry = Entry(
      sequence: 1, at: Instant(milliseconds: 0), by: Person(identifier: "i", role: "r"), event: .clock)
    var text = String(decoding: try sealed([entry])[0].body, as: UTF8.self)
    let range = try #require(old == "}" ? text.lastRange(of: old) : text.firstRange(of: old))
    text.replaceSubrange(range, with: new)
    let error = #expect(throws: ReadingError.self) { try BodyReader.read(Array(text.utf8), openings: []) }
    #expect(error?.fault == fault)
    #expect(error?.part == .body)
  }
}

extension String {
  fileprivate func lastRange(of piece: String) -> Range<String.Index>? {
    ranges(of: piece).last
  }
}
