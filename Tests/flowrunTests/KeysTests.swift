import FEEL
import FlowRuntime
import Testing

@testable import flowrun

/// What the keys do to a case.
@Suite struct KeysTests {
  @Test("An earlier answer is corrected by keys, with a reason; both are kept")
  func correction() throws {
    let test = try TestCase(lines: ["y", "y", "n", "b", "1", "y", "typed the wrong key"])
    _ = try test.walk.run()
    let said = try #require(test.walk.session.state.answers.last)
    #expect(said.event == .answered(step: StepPath("first"), fact: "safe_here", .value(true)))
    #expect(test.journal.kept.map(\.event.name).suffix(2).contains("corrected"))
    #expect(
      test.journal.kept.contains {
        $0.event == .answered(step: StepPath("first"), fact: "safe_here", .value(false))
      })
    let page = try #require(test.console.pages.last)
    #expect(page.contains("Corrected: Are you safe here? · yes. Before: no. Both are kept."))
  }

  @Test(
    "A correction that is broken off changes nothing",
    arguments: [["b", ""], ["b", "1", ""], ["b", "1", "y", ""], ["b", "1", "n"]])
  func brokenOff(lines: [String]) throws {
    let test = try TestCase(lines: ["y", "y", "n"] + lines)
    let before = test.journal.kept.count
    _ = try test.walk.run()
    #expect(!test.journal.kept.contains { $0.event.name == "corrected" })
    #expect(test.journal.kept.count == before + 3)
  }

  @Test(
    "Unknown and declined are kept as what they are", arguments: [("u", Answer.unknown), ("d", .declined)])
  func notKnown(key: String, answer: Answer) throws {
    let test = try TestCase(lines: ["y", "y", key])
    _ = try test.walk.run()
    #expect(
      test.journal.kept.last?.event == .answered(step: StepPath("first"), fact: "safe_here", answer))
  }

  @Test("Wrong input asks again, says why, and keeps nothing")
  func wrongInput() throws {
    let test = try TestCase(lines: ["y", "y", "perhaps", "7", ""])
    _ = try test.walk.run()
    #expect(test.journal.kept.count == 3)
    #expect(test.console.pages.contains { $0.contains("“perhaps”: please answer yes (y) or no (n).") })
    #expect(test.console.pages.contains { $0.contains("There is no 7: the choices are 1 to 2.") })
  }

  @Test("What a fact does not allow is refused in words")
  func outsideAllowed() throws {
    let test = try TestCase(lines: ["y", "y", "y", "100"])
    _ = try test.walk.run()
    #expect(test.console.pages.last?.contains("100 fois is outside what can be right here") == true)
    #expect(test.walk.session.state.open.first?.item == "visits")
  }

  @Test("A note, a hand-over and a report are entries of their own")
  func notes() throws {
    let test = try TestCase(
      lines: ["+", "neighbour heard shouting", "h", "chief-2", "1", "tired", "!", "1", "1"])
    _ = try test.walk.run()
    let events = test.journal.kept.map(\.event)
    #expect(events.contains(.noted("neighbour heard shouting")))
    #expect(
      events.contains(
        .handedOver(to: Person(identifier: "chief-2", role: "chief"), reason: "tired")))
    #expect(events.contains(.reported(interrupt: "attack-now", fact: "attack")))
    #expect(events.contains { $0.name == "interrupted" } && events.contains { $0.name == "resumed" })
    #expect(test.journal.kept.last?.by.identifier == "chief-2")
  }

  @Test(
    "From the help page a case is abandoned, with a reason; Enter alone goes back",
    arguments: Language.allCases)
  func abandon(language: Language) throws {
    let yes = language == .french ? "o" : "y"
    let test = try TestCase(language: language, lines: [yes, "?", "x", "", "?", "x", "left with her sister"])
    #expect(try test.walk.run() == .abandoned)
    #expect(test.journal.kept.last?.event == .abandoned(reason: "left with her sister"))
    #expect(test.journal.kept.count { $0.event.name == "abandoned" } == 1)
    let parting = test.walk.parting(.abandoned, command: "flowrun run --resume X").text(
      width: 80, colour: false)
    #expect(parting.contains("flowrun run --resume X --reopen"))
  }

  @Test("Records are asked field by field, and kept as one answer")
  func records() throws {
    let lines = ["y", "y", "y", "/u", "u", "/u", "1", "1", "A.", "4", "y", "B.", "u", "n"]
    let test = try TestCase(lines: lines)
    _ = try test.walk.run()
    let children: Value = .list([
      .context(Context(["initial": "A.", "age": 4])), .context(Context(["initial": "B.", "age": .null])),
    ])
    #expect(
      test.journal.kept.last?.event == .answered(step: StepPath("first"), fact: "children", .value(children)))
  }

  @Test("A chief decides otherwise; the officer cannot, and is told who can")
  func override() throws {
    let answers = ["y", "y", "y", "/u", "u", "/u", "1", "2", "n"]
    let test = try TestCase(lines: answers + ["o", "chief-2", "1", "I know this address"])
    _ = try test.walk.run()
    let overridden = try #require(test.journal.kept.first { $0.event.name == "overridden" })
    #expect(overridden.by == Person(identifier: "chief-2", role: "chief"))
    #expect(
      overridden.event
        == .overridden(step: StepPath("danger"), to: "high", reason: "I know this address"))
    #expect(test.console.pages.contains { $0.contains("This may be decided otherwise by: Chief.") })
  }

  @Test("The advice page says what this person may do; the decision is shown with what was advised")
  func latitude() throws {
    let low = ["y", "y", "y", "/u", "u", "/u", "1", "2", "n"]
    let officer = try TestCase(lines: low + ["y"])
    _ = try officer.walk.run()
    let advice = try #require(officer.console.pages.first { $0.contains("Advised: low") })
    #expect(advice.contains("You confirm the advised level. To raise it (o): Chief."))
    #expect(!advice.contains("You decide."))
    #expect(
      officer.console.pages.last?.contains(
        "Noted: Danger: low (advised: low), decided by night-desk, Officer (b to correct)") == true)
    let chief = try TestCase(lines: low + ["o", "1", "?", "ok", "I know this address"], role: "chief")
    _ = try chief.walk.run()
    #expect(chief.console.pages.contains { $0.contains("You decide.") })
    #expect(chief.console.pages.contains { $0.contains("three letters at least") })
    #expect(chief.console.pages.contains { $0.contains("A reason is needed") })
    #expect(
      chief.console.pages.last?.contains("Danger: high (advised: low), decided by night-desk, Chief") == true)
    let high = try TestCase(lines: ["y", "y", "n", "/u", "u", "/u", "1", "2", "y"])
    _ = try high.walk.run()
    #expect(high.console.pages.last?.contains("This is the highest level; it cannot be raised.") == true)
    #expect(high.console.pages.last?.contains("decide otherwise") == false)
  }

  @Test("After a correction the answers that wait are counted, and only those that persons gave")
  func answersThatWait() throws {
    let lines = ["y", "y", "n", "/u", "u", "/u", "1", "2", "y", "y", "1", "1"]
    let test = try TestCase(lines: lines + ["b", "4", "n", "not seen", "y"])
    _ = try test.walk.run()
    let page = try #require(test.console.pages.first { $0.contains("Corrected:") })
    #expect(page.contains("wait further on") || page.contains("waits further on"), "\(page)")
    #expect(!page.contains("no longer asked"))
  }

  @Test(
    "A hand-over offers the roles that act, and Enter alone gives up at each question",
    arguments: [["h", ""], ["h", "?", ""], ["h", "chief-2", ""], ["h", "chief-2", "1", ""]])
  func handOverGivenUp(lines: [String]) throws {
    let test = try TestCase(lines: lines)
    _ = try test.walk.run()
    #expect(test.journal.kept.count == 1)
    #expect(test.walk.session.person.identifier == "night-desk")
    if lines.count == 3, lines[1] != "?" {
      #expect(test.console.pages.contains { $0.contains("1  Chief") && $0.contains("2  Officer") })
    }
  }

  @Test("The victim is never offered the case", arguments: ["domestic-violence", "reception", "custody"])
  func actingRoles(flow: String) throws {
    let program = try TestFlows.program(flow, in: TestFlows.protocols)
    let roles = ProgramWords(program: program, words: try Wording(.french)).actingRoles
    #expect(roles.contains("officer") && !roles.contains("victim") && !roles.contains("prosecutor"))
  }

  @Test("When someone else wrote meanwhile, the case is read again and nothing is overwritten")
  func conflict() throws {
    let test = try TestCase(lines: ["y", "y"])
    let interpreter = test.walk.session.interpreter
    var other = test.walk.session.state
    test.journal.others = try interpreter.step(
      .ticked(step: StepPath("receive"), item: "room", done: false, reason: nil),
      by: Person(identifier: "day-desk", role: "officer"), at: TestCase.night, state: &other)
    test.journal.nextFailure = Failure(.movedOn(case: "7K3M-2QXD", current: .start))
    _ = try test.walk.run()
    #expect(test.console.pages.contains { $0.contains("Someone else wrote to this case meanwhile") })
    let events = test.journal.kept.map(\.event)
    #expect(events.filter { $0.name == "ticked" }.count == 2)
    #expect(events.contains(.ticked(step: StepPath("receive"), item: "phone", done: true, reason: nil)))
    #expect(test.journal.kept.map(\.sequence) == Array(1...test.journal.kept.count))
  }

  @Test("A journal that fails ends the sitting with what was confirmed before")
  func journalFails() throws {
    let test = try TestCase(lines: ["y", "y"])
    test.journal.nextFailure = Failure(.diskFull(path: "journal.db"))
    #expect(throws: Failure(.diskFull(path: "journal.db"))) { try test.walk.run() }
    #expect(test.journal.kept.count == 1)
  }

  @Test("What is late is said in words")
  func overdue() throws {
    nonisolated(unsafe) var now = TestCase.night
    let test = try TestCase(lines: [], clock: { now })
    now = Instant(milliseconds: now.milliseconds + 65 * 60_000)
    _ = try test.walk.run()
    #expect(test.console.pages.last?.contains("LATE by 1 h: this was due by 03:10.") == true)
    #expect(test.journal.kept.contains { $0.event.name == "overdue" })
  }
}
