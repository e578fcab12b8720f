import FEEL
import FlowDSL
import FlowDirectory
import FlowRuntime

/// Makes the page of an open step.
struct PageMaker {
  let state: State
  let identifier: String
  /// Who sits at the terminal.
  let person: Person
  let words: Wording
  let now: Instant
  /// From where services are looked at.
  var position: GeographicPosition?
  /// The options that a proposed command repeats.
  var options = ""

  private var names: ProgramWords { ProgramWords(program: state.program, words: words) }

  /// The heading of an open step.
  func heading(of open: OpenStep) -> Heading {
    let others = state.open.filter { $0.path != open.path }
    let own = open.due.map { [Heading.Deadline(due: $0)] } ?? []
    let deadlines =
      own
      + others.compactMap { other in
        other.due.map { Heading.Deadline(due: $0, elsewhere: names.step(at: other.path, of: state)) }
      }
    return Heading(
      flow: names.flow(open.flow),
      place: place(of: open), items: open.items.filter { $0.value != .null }.map(names.item),
      caseIdentifier: identifier, references: state.references, about: about(open),
      isPractice: state.isPractice, role: open.by.map(names.recipient),
      interrupt: names.interrupt(in: open.path), mayNotGoOn: names.mayEnd(in: open.path), round: open.round,
      deadlines: deadlines, laterDay: open.laterDay(now), question: questionPlace(of: open))
  }

  /// Whom a question is about, by their marks.
  private func about(_ open: OpenStep) -> [String] {
    guard case .question(let question) = open.asked,
      // A fact about a professional or about the case is about nobody who has a mark.
      let part = PersonPart(rawValue: open.facts[question.slot].about.rawValue)
    else { return [] }
    return state.people.filter { $0.part == part }.map { words.part(part) + " " + words.describe($0) }
  }

  /// The heading of the menu between several open steps; each line of it says when it is due.
  var headingBetweenSteps: Heading {
    Heading(
      flow: names.flow(0), caseIdentifier: identifier, references: state.references,
      isPractice: state.isPractice)
  }

  /// Where a step stands among those of its flow that someone sees: what was passed over is not counted.
  private func place(of open: OpenStep) -> Heading.Place {
    let trail = state.trail.filter { $0.path.prefix == open.path.prefix && $0.path != open.path }
    let steps = state.program.flows[open.flow].steps
    let seen = steps.indices.filter { steps[$0].kind.isSeen }
    func count(_ course: TrailStep.Course) -> Int {
      Set(trail.filter { $0.course == course }.map(\.step)).intersection(seen).count
    }
    let number = count(.passed) + 1
    return Heading.Place(
      step: names.step(open.definition), number: number, count: max(seen.count - count(.skipped), number))
  }

  /// Which of the questions of an `ask` step it is, of those that are asked; `nil` where there is one only.
  private func questionPlace(of open: OpenStep) -> (number: Int, count: Int)? {
    guard case .question(let question) = open.asked, case .ask(let questions) = open.definition.kind,
      let index = questions.firstIndex(where: { $0.slot == question.slot })
    else { return nil }
    let names = Set(
      state.answers.compactMap { said -> String? in
        guard !said.isWithdrawn, case .answered(open.path, let name, _) = said.event else { return nil }
        return name
      })
    let before = questions[..<index].count { names.contains(open.facts[$0.slot].name) }
    let count = questions.count - index + before
    return count > 1 ? (before + 1, count) : nil
  }

  /// The page below the heading.
  func page(of open: OpenStep, commands: [Command]) -> Page {
    let notes = notes(of: open)
    let flow = state.program.flows[open.flow]
    switch open.asked {
    case .question(let question):
      return QuestionPage(question: question, fact: open.facts[question.slot], notes: notes, flow: flow)
        .page(words, commands: commands)
    case .tick(let tick):
      return tickPage(tick, of: open, flow: flow).page(words, commands: commands)
    case .recommendation(let advice, _):
      let page = advicePage(advice, of: open, flow: flow)
      return page.page(words, commands: (page.latitude?.offersOverride == true ? [.override] : []) + commands)
    case .contact(let contact, let passesOn):
      return contactPage(contact, passesOn: passesOn, of: open, flow: flow)
        .page(words, now: now, commands: commands)
    case .referral: return referralPage(of: open).map { $0.page(words, commands: commands) } ?? emptyPage
    case .concurrence(let concurrence, let agreed):
      return ConcurrencePage(
        subject: subject(of: open),
        agreed: agreed.map { $0.identifier + ", " + names.recipient($0.role) },
        awaited: concurrence.missing(agreed).map(names.recipient), notes: notes, flow: flow
      ).page(words, commands: commands)
    case .wait(_, let until, let question):
      return WaitPage(
        until: until, questions: question.map { [$0.words(words.language.rawValue)] } ?? [], notes: notes,
        flow: flow
      ).page(words, now: now, commands: commands)
    }
  }

  /// What was said in a step, and what was decided there, a line each.
  private func subject(of open: OpenStep) -> [String] {
    let said = SaidWords(state: state, names: names)
    let lines = state.answers.compactMap { answer -> String? in
      guard !answer.isWithdrawn, answer.event.step == open.path else { return nil }
      if case .concurred = answer.event { return nil }
      return said.line(answer.event)
    }
    let decided = state.effects.last { effect in
      if case .decided(open.path, _) = effect.event { true } else { false }
    }
    guard case .decided(_, let bindings)? = decided?.event else { return lines }
    return lines
      + bindings.compactMap { binding in
        open.facts.first { $0.name == binding.fact }.map { fact in
          words.label(names.fact(fact)) + names.value(binding.value, of: fact)
        }
      }
  }

  /// What the step says for all its questions: all of it once, then the law only; `?` says it again.
  private func notes(of open: OpenStep) -> Notes {
    let isBegun = state.answers.contains { !$0.isWithdrawn && $0.event.step == open.path }
    return isBegun ? Notes(law: open.definition.notes.law) : open.definition.notes
  }

  /// How to print what a step produces, on its first page.
  func printing(at open: OpenStep) -> [String] {
    let isBegun = state.answers.contains { !$0.isWithdrawn && $0.event.step == open.path }
    guard !isBegun, state.program.flows[open.flow].productions.contains(where: { $0.step == open.step })
    else { return [] }
    let ready = state.documents.filter { $0.step == open.path && $0.obstacle == nil }
    guard !ready.isEmpty else { return [] }
    return [
      words(
        .documentHere,
        [
          "case": identifier, "document": ready.map(\.name).joined(separator: " | "), "options": options,
        ])
    ]
  }

  /// What the person at the terminal may do with the advice.
  private func latitude(_ advice: Recommendation, of open: OpenStep) -> AdvicePage.Latitude? {
    guard case .recommendation(_, let rule?) = open.asked, let fact = open.fact,
      let recommended = advice.values.first(where: { $0.fact == fact.name })?.value
    else { return nil }
    if rule.values(of: fact.type, from: recommended)?.isEmpty == true { return .isLast(rule.direction) }
    if rule.roles.contains(person.role) { return .decides }
    let roles = rule.roles.map(names.recipient).joined(separator: words(.or))
    return .confirms(rule.direction, roles: roles)
  }

  /// All the grounds of a recommendation, for the help.
  func grounds(of open: OpenStep) -> Screen? {
    guard case .recommendation(let advice, _) = open.asked, !advice.counted.isEmpty else { return nil }
    let page = advicePage(advice, of: open, flow: state.program.flows[open.flow])
    var screen = page.groundLines(words)
    let missing = page.missingLines(words)
    if !missing.paragraphs.isEmpty { screen.space() }
    screen.add(missing)
    return screen
  }

  /// The page of a referral, with the choices it stands for.
  func referralPage(of open: OpenStep) -> ReferralPage? {
    guard case .referral(let referral, let isAllowed, let passesOn) = open.asked else { return nil }
    let ground: String =
      switch referral.sharing.ground {
      case .legal(let article): words(.legalGround, ["law": article])
      case .consent: words(isAllowed ? .consentGround : .referNothingShared)
      }
    return ReferralPage(
      recipient: names.recipient(referral.to), notes: open.definition.notes,
      flow: state.program.flows[open.flow],
      services: services(of: referral.to),
      shared: SharedFacts(facts: stated(passesOn, at: open.path), ground: ground, isAllowed: isAllowed))
  }

  private var emptyPage: Page { Page(body: Screen(), menu: Menu(), hint: "") }

  private func tickPage(_ tick: Tick, of open: OpenStep, flow: Flow) -> TickPage {
    let ticks = open.definition.kind.allTicks
    let marked = state.answers.compactMap { said -> TickPage.Marked? in
      guard !said.isWithdrawn, case .ticked(open.path, let item, let isDone, _) = said.event,
        let tick = ticks.first(where: { $0.name == item })
      else { return nil }
      return TickPage.Marked(words: tick.words(words.language.rawValue), isDone: isDone)
    }
    var services: [OfferedService] = []
    var isTold = false
    if case .inform(let information) = open.definition.kind {
      isTold = true
      services = offered { information.services.contains($0.name) }
    }
    return TickPage(
      tick: tick, marked: marked, notes: notes(of: open), flow: flow,
      isTold: isTold,
      closes: tick.closes.isEmpty ? nil : tick.closes.map(names.recipient).joined(separator: ", "),
      services: services
    )
  }

  func advicePage(_ advice: Recommendation, of open: OpenStep, flow: Flow) -> AdvicePage {
    var isGrid = false
    var flagged: Set<String> = []
    if case .assess(let assessment) = open.definition.kind {
      isGrid = true
      flagged = Set(assessment.risk.filter { $0.flag != nil }.map(\.name))
    }
    let advised = names.advised(advice, flow: flow, kind: open.definition.kind)
    let grounds = advice.counted.map {
      AdvicePage.Ground(
        factor: names.factor($0.factor), weight: $0.weight, precaution: words.precaution($0.ground),
        isFlagged: flagged.contains($0.factor))
    }
    let level = Level(state.sensitivity(at: open.path), fact: open.fact, names, words)
    return AdvicePage(
      advised: advised, score: advice.score, grounds: grounds, missing: level.missing,
      withoutPrecautions: level.withoutPrecautions, isGrid: isGrid,
      latitude: latitude(advice, of: open), notes: open.definition.notes, flow: flow)
  }

  private func contactPage(_ contact: Contact, passesOn: [Fact], of open: OpenStep, flow: Flow) -> ContactPage
  {
    let tried = state.answers.compactMap { said -> Instant? in
      guard !said.isWithdrawn, case .contacted(open.path, .noAnswer) = said.event else { return nil }
      return said.at
    }
    let shared = contact.sharing.map { sharing in
      let isAllowed = sharing.ground.isLegal || !passesOn.isEmpty
      let ground: String =
        switch sharing.ground {
        case .legal(let article): words(.legalGround, ["law": article])
        case .consent: words(isAllowed ? .consentGround : .contactNothingShared)
        }
      return SharedFacts(facts: stated(passesOn, at: open.path), ground: ground, isAllowed: isAllowed)
    }
    return ContactPage(
      recipient: names.recipient(contact.to), notes: open.definition.notes, flow: flow,
      services: services(of: contact.to), shared: shared, tried: tried)
  }

  /// Services of a category, those to call first before the others.
  func services(of category: String) -> [OfferedService] {
    offered { $0.categories.contains(category) }
  }

  /// Services of the directory, those to call first before the others. Zones are read for this alone: what a case decides
  /// does not depend on those of this machine.
  private func offered(_ isWanted: (Service) -> Bool) -> [OfferedService] {
    let order = ServiceOrder(
      position: position, moment: now.seconds, language: state.personLanguage, zones: ZoneFiles.rules)
    return order.offered(
      state.program.directory.services.filter(isWanted), spoken: state.language, words)
  }

  private func stated(_ facts: [Fact], at path: StepPath) -> [(name: String, answer: String)] {
    facts.map { fact in
      (names.fact(fact), names.standing(state.fact(fact.name, in: path.prefix), of: state))
    }
  }
}

extension ProgramWords {
  /// How a fact stands in a case, in words.
  func standing(_ standing: FactStanding?, of state: State) -> String {
    guard let standing else { return words(.notAsked) }
    if let absence = absence(standing.standing) { return absence }
    return known(standing)
      ?? value(standing.value, of: standing.fact, precautions: state.precautions(among: standing.value))
  }

  /// Why a fact has no value; `nil` where it has one.
  func absence(_ standing: Standing) -> String? {
    switch standing {
    case .known: nil
    case .unknown: words(.unknown)
    case .declined: words(.declined)
    case .unset: words(.notAsked)
    }
  }

  /// A list that an `each` collected, in which something is missing: of each item its value, or why it has none. `nil` for all else.
  func known(_ standing: FactStanding) -> String? {
    guard !standing.items.isEmpty, case .list(let items) = standing.value else { return nil }
    return zip(items, standing.items).map { item, own in
      absence(own) ?? value(.list([item]), of: standing.fact)
    }.joined(separator: ", ")
  }
}

extension Sharing.Ground {
  /// Whether an article allows it.
  var isLegal: Bool {
    if case .legal = self { true } else { false }
  }
}
