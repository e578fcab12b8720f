import Testing

@testable import FlowDSL

/// Who signs a protocol reads all that it says: a print names each key of the language, or the key is excused here by name.
@Suite struct PrintedKeysTests {
  /// By key, what the print of the folder `Printed` says of it: `set.key`, or `*.key` for what every step may carry.
  private static let named: [String: String] = [
    "flow.flow": "everything 1.2.3", "flow.version": "Version: 1.2.3", "flow.title": "Everything",
    "flow.summary": "The summary of it", "flow.notice": "Notice: A notice of its own",
    "flow.languages": "Languages: fr, en", "flow.sources": "[1]: Published grid",
    "flow.roles": "Court clerk: ",
    "flow.types": "low level / high level", "flow.takes": "Is handed in: Handed over",
    "flow.gives": "Hands back: Danger level", "flow.facts": "| Hurt | yes / no | the person",
    "flow.steps": "### 1.1 First questions", "flow.interrupts": "### Silence of the prosecutor",
    "flow.needs": "### A bed", "flow.guarantees": "### A call is promised",
    "type.type": "low level / high level", "type.labels": "Initial letter (words), Age in years (number)",
    "fact.type": "| Beginning | date and time", "fact.about": "| Threats | yes / no | the perpetrator",
    "fact.see": "| Hurt | yes / no | the person | Helpers nearby", "fact.title": "| Hurt |",
    "fact.labels": "in agreement / “not in agreement”", "fact.unit": "number (blows)",
    "fact.allowed": "allowed: the answer ≥ Beginning and the answer ≥ now",
    "due.in": "Due: Within (if Handed over: yes: 15 min, otherwise 1 h) of this step",
    "due.working-days": "Within 2 working days of: the step “First questions”",
    "due.at": "Due: At the time set: Hearing − 2 h", "due.from": "Due: Within 45 min of: Beginning",
    "task.by": "a task for Court clerk", "task.in": "within 1 d 12 h",
    "guard.when": "if Found again: yes →", "guard.go": "→ 1.11 Each child",
    "else.else": "otherwise → 1.12 Both together",
    "question.why": "Why: Reason of the question", "question.help": "How: Help of the question",
    "question.say": "“Words of the question”", "question.law": "Law: CP 222-17",
    "question.source": "  Source: [1]", "question.when": "  Asked only if: Hurt: yes",
    "question.unknown": "“would rather not answer” is an answer",
    "question.declined": "“not known” is an answer",
    "question.again": "asked even where an answer is there already",
    "question.hand": "the person may read and answer it alone",
    "question.task": "  If it is left open: a task for Court clerk, within 1 d 12 h",
    "tick.why": "Why: Reason of the item", "tick.help": "How: Help of the item", "tick.law": "Law: CP 222-18",
    "tick.source": "  Source: [1]", "tick.when": "  Only if: Hurt: yes or without an answer",
    "tick.fact": "  Recorded as: Door closed", "tick.required": "Not done: needs a reason",
    "tick.closes": "Then closed to: Court clerk",
    "tick.task": "  If it is left open: a task for Head of the station, within 2 d",
    "factor.weight": "| Threats uttered | 4 |", "factor.flag": "| 4 | red |",
    "factor.when": "| Often | 2 |  | How often > 3", "factor.unasked": "counts as a risk for Threats uttered",
    "factor.title": "Threats uttered", "factor.source": "the answer is yes | [1]",
    "override.roles": "May decide otherwise: Head of the station", "override.direction": "only higher",
    "override.reason": "with a reason", "agree.roles": "Agreed by: Police officer, Court clerk",
    "agree.result": "Result recorded as: Joint view", "branch.title": "- At the desk",
    "branch.by": "  Who acts: Court clerk", "branch.steps": "Begins with: 1.13 The file",
    "interrupt.title": "Silence of the prosecutor",
    "interrupt.when": "Breaks in: As soon as Attack was reported: yes",
    "interrupt.late": "Breaks in: If late: Call", "interrupt.run": "Runs: 4 Rescue",
    "interrupt.with": "Why it is called = if Hurt: yes: “hurt”, otherwise “silence”",
    "interrupt.report": "May be reported at any step: An attack is under way",
    "interrupt.ends": "Ends the flow: Safe and sound → Late end",
    "repeat.until": "Again until Found again: yes",
    "repeat.most": "at most 10 times", "repeat.every": "every 3 h", "need.title": "### A bed",
    "need.asked": "The person was asked if: Hurt: known", "need.when": "Is a need if: Hurt: yes",
    "need.begun": "Under way if: Door closed: yes", "need.done": "Met if: Found again: yes",
    "need.tasks": "Not met while something is left at: “The room”",
    "need.partner": "Whom to call: Helpers nearby",
    "guarantee.title": "### A call is promised", "guarantee.if": "at whose end this holds",
    "guarantee.always": "“Silence of the prosecutor › Call for help”",
    "guarantee.never": "At no moment of any walk",
    "guarantee.before": "“Send on” is reached only after",
    "guarantee.must": "“Send on” is reached only if: Hurt: yes",
    "guarantee.passed": "“First questions” was passed", "guarantee.within": "at most 2 d 2 h",
    "guarantee.from": "From “First questions”", "guarantee.to": "to “Call”", "guarantee.law": "Law: CPP 41",
    "guarantee.source": "Source: [1]",
    "*.title": "1.1 First questions", "*.help": "How: Help of the step", "*.why": "Why: Reason of the step",
    "*.say": "“Words of the step”", "*.law": "Law: CP 100-1", "*.source": "Source: [1]",
    "*.by": "Who acts: Police officer", "*.when": "Only if: Door closed: yes", "*.due": "Due: ",
    "*.then": "Then: ", "*.agree": "Agreed by: ", "*.documents": "Documents that can be made: A letter",
    "*.task": "If it is left open: a task for",
    "ask.ask": "Ask · first", "ask.questions": "- Are you hurt?",
    "ask.hand": "the person may read and answer it alone",
    "assess.assess": "Assess · danger", "assess.own-level": "asked before the advice is shown",
    "assess.sets": "Sets: Danger level", "assess.reasons": "Keeps the reasons as: Stated reasons",
    "assess.precautions": "Keeps what counts by precaution as: Precautions kept",
    "assess.risk": "Risk factors",
    "assess.safety": "| Friend beside | -1",
    "assess.unknown": "What is not known: counts as a risk (precaution)",
    "assess.unasked": "for the others it does not count", "assess.level": "| high level | red factors ≥ 1",
    "assess.override": "May decide otherwise: Head of the station",
    "decide.decide": "Decide · table", "decide.on": "| Danger level | Hurt |",
    "decide.outputs": "→ Delay computed", "decide.hit": "The first row that fits.",
    "decide.rules": "| high level | yes | 1", "decide.values": "Beginning < 01/05/2026 21:30",
    "decide.model": "Decided by the model: Response (measures.dmn)", "decide.decision": "Response (",
    "decide.inputs": "Danger level = Danger level", "decide.sets": "Sets: Measures taken",
    "decide.override": "May decide otherwise: nobody",
    "do.do": "Do · room", "do.tick": "- Door is closed", "contact.contact": "Contact · prosecutor",
    "contact.to": "Whom to reach: Public prosecutor", "contact.asks": "- In which language?",
    "contact.result": "Result recorded as: Call made", "contact.shares": "Passes on: Danger level",
    "contact.consent": "asked for and kept (Her consent)", "contact.legal": "Allowed by law: CPP 40",
    "refer.refer": "Refer · helpers", "refer.to": "Whom to reach: Helpers nearby",
    "refer.asks": "- Does the friend come along?", "refer.result": "Result recorded as: Referral made",
    "refer.shares": "Passes on: Hurt", "refer.consent": "asked for and kept (Her consent)",
    "refer.legal": "Allowed by law: CP 226-14", "inform.inform": "Inform · rights",
    "inform.tell": "- Rights were told", "inform.services": "Night line 01 99 00 00 00 114",
    "run.run": "Flow · round", "run.flow": "Runs: 2 One round",
    "run.with": "Handed in: Received = whether Hurt: yes",
    "run.gives": "Takes back: Found again = Seen out there",
    "run.result": "Result recorded as: End of the round",
    "run.repeat": "Repeated: Again until", "each.each": "For each · each-child",
    "each.in": "For each item of: Children", "each.as": "Each item is handed in as: This child",
    "each.flow": "Runs: 3 One child", "each.with": "Handed in: Received = whether Hurt: yes",
    "each.gives": "Takes back: Those who are ill = Is ill", "together.together": "At the same time · both",
    "together.branches": "- At the radio", "wait.wait": "Wait · news", "wait.for": "Waits for: 20 min",
    "wait.until": "Waits until: Hearing", "wait.on": "Ends as soon as: Door closed: yes",
    "wait.asks": "- Threats again?", "wait.result": "Result recorded as: Wait over", "end.end": "End · done",
    "roles.roles": "Head of the station: 1 Everything",
    "shared.types": "Initial letter (words), Age in years (number)",
    "shared.sources": "Rules of the station, 2026", "shared.facts": "| Attack was reported |",
    "shared.interrupts": "### Attack at the door", "shared.notice": "An example to be approved",
    "document.document": "A letter | letter", "document.title": "A letter",
    "document.languages": "Languages: fr, en",
    "document.for": "For: Public prosecutor", "document.language": "Made in the language of: Her language",
    "document.consent": "asked for and kept (Her consent)", "document.legal": "Allowed by law: CPP 10-2",
    "document.sections": "The heading", "section.heading": "The heading",
    "section.when": "Only if: Hurt: yes",
    "section.text": "The level is [Danger level].", "section.facts": "Shows: Threats",
    "section.items": "- Some papers",
    "section.boxes": "Each with a box to tick.",
    "section.services": "Services with their numbers: Helpers nearby",
    "section.lines": "Lines to fill in by hand: 7", "section.law": "Law: CPP 10-3",
    "section.source": "Source: [1]",
    "say.instead": "“Words for another”", "question.instead": "Any threats to her?",
    "instead.when": "Handed over: yes: “Words for another”",
    "section.case": "Shows of the case: its numbers, whom it is about, by marks, what they said",
    "item.when": "  Only if: Door closed: yes", "item.law": "Law: CPC 1", "item.source": "  Source: [1]",
    "calendar.week": "People work on: Monday, Tuesday, Wednesday, Thursday",
    "calendar.holidays": "Holidays: 01/01 ; 1 days after Easter Sunday ; 24/12/2026",
    "calendar.source": "Source: Gazette of holidays", "holiday.easter": "days after Easter Sunday",
    "directory.categories": "Helpers nearby", "directory.services": "Night line",
    "service.title": "Night line",
    "service.phone": "01 99 00 00 00", "service.sms": "114",
  ]

  /// Keys that a print does not name, each with why not: of a whole set `set.*`.
  private static let excused: [String: String] = [
    "shared.shared": "a name for the file, read by nobody",
    "calendar.calendar": "a name for the file, read by nobody",
    "directory.directory": "a name for the file, read by nobody",
    "service.*":
      "the directory is a list of its own, checked and shown by `flowrun directory`; a print names the numbers that a step hands over",
    "law.*": "a table of the articles that are cited: no part of the program; `check` looks at it",
    "article.*": "part of the table of articles",
    "scenario.*": "a test of the protocol, no part of it",
    "vignette.*": "an exercise on the protocol, no part of it",
    "person.*": "part of a test", "expect.*": "part of a test", "act.*": "part of a test",
    "said.*": "part of a test", "identify.*": "part of a test", "quote.*": "part of a test",
    "reply.*": "part of a test",
    "indicators.*": "what is counted over cases, no part of the protocol that they are walked by",
    "count.*": "part of indicators", "criterion.*": "part of indicators",
  ]

  private static func isOfStep(_ set: KeySet) -> Bool { Grammar.stepKinds.contains { $0.key == set.name } }

  /// Under which name a key is in the table.
  private static func entry(_ key: Key, of set: KeySet) -> String? {
    let own = "\(set.name).\(key.name)"
    if named[own] != nil { return own }
    return isOfStep(set) && named["*.\(key.name)"] != nil ? "*.\(key.name)" : nil
  }

  private static func program() throws -> Program {
    let folder = ProtocolFolder.read(Golden.folder.appending(path: "Printed").path)
    let (program, diagnostics) = FlowCompiler.compile(main: "everything", folder)
    return try #require(
      program, "\(diagnostics.map { "\($0.place.start.line): \($0.code) \($0.arguments)" })")
  }

  @Test func everyKeyIsPrintedOrExcused() throws {
    let printed = PrintTests.text(
      ProtocolPrinter(try Self.program(), words: try PrintWords(language: "en")).printed(charts: []))
    for set in Grammar.all {
      for key in set.keys {
        if let entry = Self.entry(key, of: set) {
          let words = Self.named[entry] ?? ""
          #expect(printed.contains(words), "\(set.name).\(key.name): no “\(words)” in the print")
        } else {
          let isExcused = ["\(set.name).\(key.name)", "\(set.name).*"].contains { Self.excused[$0] != nil }
          #expect(isExcused, "\(set.name).\(key.name) is neither printed nor excused")
        }
      }
    }
  }

  /// A key that is printed where it stands in the folder, not because something else says the same.
  @Test func theFolderHasEachKeyThatIsNamed() throws {
    let folder = ProtocolFolder.read(Golden.folder.appending(path: "Printed").path)
    let text = folder.sources.map(\.text).joined()
    for set in Grammar.all {
      for key in set.keys where Self.entry(key, of: set) != nil {
        #expect(text.contains("\(key.name):"), "\(set.name).\(key.name) is not in the folder")
      }
    }
  }

  @Test func nothingIsExcusedThatTheLanguageDoesNotHave() {
    let keys = Set(
      Grammar.all.flatMap { set in set.keys.map { "\(set.name).\($0.name)" } + ["\(set.name).*"] })
    let common = Set(Grammar.stepKinds.flatMap { $0.value.keys.map { "*.\($0.name)" } })
    for name in Self.excused.keys { #expect(keys.contains(name), "\(name) is no key") }
    for name in Self.named.keys { #expect(keys.contains(name) || common.contains(name), "\(name) is no key") }
  }

  @Test(arguments: ["en", "fr"]) func noWordsOfThePrintAreMissing(_ language: String) throws {
    let printed = ProtocolPrinter(try Self.program(), words: try PrintWords(language: language))
      .printed(charts: [])
    try Golden.expect(PrintTests.text(printed), equals: "Pictures/everything.print.\(language).txt")
  }
}
