import DMN
import FEEL

/// Prints the steps of a flow, in the order of the text.
extension FlowPrinter {
  var steps: [PrintedSection] {
    flow.steps.indices.map { place in
      let step = flow.steps[place]
      var section = PrintedSection(
        anchor: PictureLinks.anchor(step: place, of: index),
        heading: "\(PictureLinks(flow: index).number(of: place)) \(parts.step(step))",
        tag: "\(words.pictures(step.kind.key)) · \(step.name)")
      var rows: [PrintedRow] = []
      if let by = step.by { rows.append(PrintedRow(words("by"), names.recipient(by))) }
      if let when = step.when { rows.append(PrintedRow(words("if"), conditions.text(of: when))) }
      if let due = step.due { rows.append(PrintedRow(words("due"), parts.due(due))) }
      if let concurrence = step.concurrence {
        let roles = concurrence.roles.map { names.recipient($0) }.joined(separator: ", ")
        rows.append(PrintedRow(words("agree"), roles))
        rows.append(PrintedRow(words("result"), parts.facts([concurrence.result])))
      }
      rows += task(step.task) + notes(step.notes)
      section.blocks = [.rows(rows)] + blocks(of: step)
      let last = routes(of: step) + produced(by: place)
      section.blocks.append(.rows(last))
      section.blocks.removeAll { $0 == .rows([]) || $0 == .items([]) }
      return section
    }
  }

  /// Words and citations that a step, a question or an item carries.
  private func notes(_ notes: Notes) -> [PrintedRow] {
    var rows: [PrintedRow] = []
    if let say = notes.say {
      rows.append(PrintedRow(words("say"), words.pictures("quoted", ["words": self.say(say)])))
    }
    for other in notes.sayInstead {
      let said = words.pictures("quoted", ["words": self.say(other.words)])
      rows.append(PrintedRow(words("say-where", ["condition": conditions.text(of: other.when)]), said))
    }
    if let why = notes.why { rows.append(PrintedRow(words("why"), say(why))) }
    if let help = notes.help { rows.append(PrintedRow(words("help"), say(help))) }
    return rows + citations(notes)
  }

  private func blocks(of step: Step) -> [PrintedBlock] {
    switch step.kind {
    case .ask(let questions): return [.items(questions.map(question))]
    case .assess(let assessment):
      let own: [PrintedBlock] =
        assessment.ownLevel.map { [.paragraph(words("own-level")), .items([question($0)])] } ?? []
      return own + grid(assessment)
    case .decide(let decision): return self.decision(decision)
    case .do(let ticks): return [.items(ticks.map(tick))]
    case .contact(let contact):
      var rows = [PrintedRow(words("to"), names.recipient(contact.to))]
      rows += sharing(contact.sharing)
      if let result = contact.result { rows.append(PrintedRow(words("result"), parts.facts([result]))) }
      return [.rows(rows), .items(contact.asks.map(question))]
    case .refer(let referral):
      var rows = [PrintedRow(words("to"), names.recipient(referral.to))]
      rows += sharing(referral.sharing)
      if let result = referral.result { rows.append(PrintedRow(words("result"), parts.facts([result]))) }
      return [.rows(rows), .items(referral.asks.map(question))]
    case .inform(let information):
      let services = information.services.compactMap { name in
        program.directory.services.first { $0.name == name }
      }.map { service in
        [names(service.title), service.phone, service.sms].compactMap { $0 }.joined(separator: " ")
      }
      return [
        .items(information.tell.map(tick)),
        .rows(services.isEmpty ? [] : [PrintedRow(words("services"), services.joined(separator: ", "))]),
      ]
    case .run(let call): return [.rows(self.run(call))]
    case .each(let iteration):
      let list = conditions.fact(iteration.list.syntax).map(parts.names.fact)
      return [
        .rows(
          [
            PrintedRow(words("for-each"), list ?? conditions.amount(of: iteration.list)),
            item(of: iteration),
          ] + self.run(iteration.call))
      ]
    case .together(let branches): return [.items(branches.map(branch))]
    case .wait(let wait): return [.rows(self.wait(wait)), .items(wait.asks.map(question))]
    case .end: return []
    }
  }

  private func question(_ question: Question) -> PrintedItem {
    let fact = flow.facts[question.slot]
    var rows = [PrintedRow(words("answers"), answers(of: fact) + also(question))]
    if let when = question.when { rows.append(PrintedRow(words("asked-if"), conditions.text(of: when))) }
    if question.again { rows.append(PrintedRow(words("again"), words("again-always"))) }
    if question.mayBeHanded { rows.append(PrintedRow(words("hand"), words("hand-person"))) }
    if fact.title != nil { rows.append(PrintedRow(words("recorded-as"), parts.names.fact(fact))) }
    for other in question.instead {
      let title = words("asked-where", ["condition": conditions.text(of: other.when)])
      rows.append(PrintedRow(title, say(other.words)))
    }
    return PrintedItem(text: say(question.words), rows: rows + task(question.task) + notes(question.notes))
  }

  /// Whether a question may be left open.
  private func also(_ question: Question) -> String {
    switch (question.acceptsUnknown, question.acceptsDeclined) {
    case (true, true): " · " + words("unknown-and-declined")
    case (true, false): " · " + words("unknown-only")
    case (false, true): " · " + words("declined-only")
    case (false, false): " · " + words("answer-needed")
    }
  }

  private func tick(_ tick: Tick) -> PrintedItem {
    var rows: [PrintedRow] = []
    if let when = tick.when { rows.append(PrintedRow(words("put-if"), conditions.text(of: when))) }
    if tick.required { rows.append(PrintedRow(words("required"), words("required-reason"))) }
    if !tick.closes.isEmpty {
      let roles = tick.closes.map { names.recipient($0) }.joined(separator: ", ")
      rows.append(PrintedRow(words("closes"), roles))
    }
    if let slot = tick.slot { rows.append(PrintedRow(words("recorded-as"), parts.facts([slot]))) }
    return PrintedItem(text: say(tick.words), rows: rows + task(tick.task) + notes(tick.notes))
  }

  private func branch(_ branch: Branch) -> PrintedItem {
    var rows = [PrintedRow(words("begins"), [link(toStep: branch.first)])]
    if let by = branch.by { rows.append(PrintedRow(words("by"), names.recipient(by))) }
    return PrintedItem(
      text: branch.title.map { names($0) } ?? parts.names.name(branch.name), rows: rows)
  }

  /// What is passed on, and what allows it.
  private func sharing(_ sharing: Sharing?) -> [PrintedRow] {
    guard let sharing else { return [PrintedRow(words("shares"), words("shares-nothing"))] }
    let facts = sharing.facts.isEmpty ? words("shares-nothing") : parts.facts(sharing.facts)
    return [PrintedRow(words("shares"), facts), ground(sharing.ground)] + consent(sharing.consentBeside)
  }

  /// A consent that is asked for where the law allows it anyway.
  func consent(_ beside: Int?) -> [PrintedRow] {
    guard let beside else { return [] }
    return [PrintedRow(words("consent"), words("consent-beside", ["fact": parts.facts([beside])]))]
  }

  func ground(_ ground: Sharing.Ground) -> PrintedRow {
    switch ground {
    case .consent(let slot):
      PrintedRow(words("consent"), words("consent-true", ["fact": parts.facts([slot])]))
    case .legal(let article): PrintedRow(words("legal"), article)
    }
  }

  /// Which fact of the flow takes each item of a list.
  private func item(of iteration: Iteration) -> PrintedRow {
    let called = program.flows[iteration.call.flow]
    let names = PartNames(flow: called, words: words.pictures)
    return PrintedRow(words("each-item"), names.fact(called.facts[iteration.item]))
  }

  private func run(_ call: Call) -> [PrintedRow] {
    var rows = [PrintedRow(words("runs"), [link(toFlow: call.flow)])] + handedIn(to: call)
    let repetition = parts.repetition(call)
    if !repetition.isEmpty { rows.append(PrintedRow(words("repeats"), repetition.joined(separator: ", "))) }
    rows += givenBack(by: call)
    if let result = call.result { rows.append(PrintedRow(words("result"), parts.facts([result]))) }
    return rows
  }

  private func wait(_ wait: Wait) -> [PrintedRow] {
    var rows: [PrintedRow] = []
    if let duration = wait.duration {
      rows.append(PrintedRow(words("wait-for"), words.pictures.duration(milliseconds: duration)))
    }
    if let until = wait.until {
      let fact = conditions.fact(until.syntax).map(parts.names.fact)
      rows.append(PrintedRow(words("wait-until"), fact ?? conditions.amount(of: until)))
    }
    if let on = wait.on { rows.append(PrintedRow(words("wait-on"), conditions.text(of: on))) }
    if let result = wait.result { rows.append(PrintedRow(words("result"), parts.facts([result]))) }
    return rows
  }

  private func override(_ override: Override?) -> [PrintedRow] {
    guard let override else { return [PrintedRow(words("override"), words("override-nobody"))] }
    return [
      PrintedRow(
        words("override"),
        override.roles.map(names.recipient).joined(separator: ", ") + ", "
          + words("direction." + override.direction.rawValue) + ", "
          + words(override.reasonRequired ? "reason-required" : "reason-optional"))
    ]
  }

  private func grid(_ assessment: Assessment) -> [PrintedBlock] {
    let flags = assessment.flags
    func rows(_ factors: [Factor]) -> [[String]] {
      factors.map { factor in
        let fact = flow.facts.first { $0.name == factor.name }
        let title =
          factor.title.map { names($0) } ?? fact.map { parts.names.fact($0) } ?? parts.names.name(factor.name)
        let isFact = factor.when.syntax.kind == .name(factor.name)
        let sources = citations(Notes(source: factor.source)).first?.words.first?.text ?? ""
        return [
          title, words.pictures.number(factor.weight),
          factor.flag.map { words.pictures.flag(flags[$0]) } ?? "",
          isFact ? words("factor-yes") : conditions.text(of: factor.when), sources,
        ]
      }
    }
    let head = ["factor", "weight", "flag", "counts-if", "source"].map { words($0) }
    var blocks: [PrintedBlock] = []
    if !assessment.risk.isEmpty {
      blocks += [.paragraph(words("risk-factors")), .table(head: head, rows: rows(assessment.risk))]
    }
    if !assessment.safety.isEmpty {
      blocks += [.paragraph(words("safety-factors")), .table(head: head, rows: rows(assessment.safety))]
    }
    blocks.append(
      .rows(
        [
          PrintedRow(
            words("unknown"), words(assessment.unknownCounts ? "unknown-as-risk" : "unknown-as-absent")),
          unasked(assessment), PrintedRow(words("sets"), parts.facts([assessment.slot])),
        ] + (assessment.precautions.map { [PrintedRow(words("precautions"), parts.facts([$0]))] } ?? [])
          + (assessment.reasons.map { [PrintedRow(words("reasons"), parts.facts([$0]))] } ?? [])
          + override(assessment.override)))
    blocks.append(
      .table(
        head: [words("level"), words("level-when")],
        rows: parts.levels(assessment).map { [$0.level, $0.when ?? words.pictures("otherwise")] }))
    return blocks
  }

  /// How a risk factor counts where nobody was asked about it.
  private func unasked(_ assessment: Assessment) -> PrintedRow {
    let counting = assessment.risk.filter(\.unaskedCounts)
    guard !counting.isEmpty else {
      return PrintedRow(words("unasked"), words("unknown-as-absent"))
    }
    if counting.count == assessment.risk.count {
      return PrintedRow(words("unasked"), words("unasked-as-risk"))
    }
    let titles = counting.map { factor in
      factor.title.map { names($0) } ?? flow.facts.first { $0.name == factor.name }.map {
        parts.names.fact($0)
      }
        ?? parts.names.name(factor.name)
    }
    return PrintedRow(words("unasked"), words("unasked-some", ["factors": titles.joined(separator: ", ")]))
  }

  private func decision(_ decision: Decision) -> [PrintedBlock] {
    switch decision.logic {
    case .expressions(let expressions):
      let rows = zip(decision.outputs, expressions).map { slot, expression in
        PrintedRow(parts.names.fact(flow.facts[slot]), conditions.value(expression, for: flow.facts[slot]))
      }
      return [.rows(rows + override(decision.override))]
    case .table(let table):
      let head = parts.inputs(table) + decision.outputs.map { "→ " + parts.names.fact(flow.facts[$0]) }
      return [
        .paragraph(words("hit." + table.hitPolicy.description.replacing(" ", with: "-"))),
        .table(
          head: head, rows: parts.rows(table, outputs: decision.outputs).map { $0.tests + $0.results }),
        .rows(override(decision.override)),
      ]
    case .model(let model):
      let inputs = model.inputs.map { input in
        let fact = conditions.fact(input.value.syntax).map(parts.names.fact)
        return "\(input.name) = \(fact ?? conditions.text(of: input.value))"
      }
      return [
        .rows(
          [
            PrintedRow(words("model"), "\(model.decision) (\(model.file))"),
            PrintedRow(words("hands-in"), inputs.joined(separator: " ; ")),
            PrintedRow(words("sets"), sets(decision.outputs, of: model)),
          ] + override(decision.override))
      ]
    }
  }

  /// The facts that take the result of a model, each with the entry that it takes.
  private func sets(_ outputs: [Int], of model: ModelDecision) -> String {
    guard let entries = model.entries else { return parts.facts(outputs) }
    return zip(outputs, entries).map { "\(parts.facts([$0])) = \($1)" }.joined(separator: " ; ")
  }

  /// Where a step leads.
  private func routes(of step: Step) -> [PrintedRow] {
    if case .end = step.kind { return [] }
    var words: [PrintedText] = []
    for (condition, target) in step.then.guards {
      let condition = self.words("route-if", ["condition": conditions.text(of: condition)])
      words.append(text(of: target, after: condition))
    }
    if let otherwise = step.then.otherwise {
      words.append(
        text(of: otherwise, after: step.then.guards.isEmpty ? "" : self.words.pictures("otherwise") + " "))
    }
    if step.when != nil, step.then.otherwise != step.next || !step.then.guards.isEmpty {
      words.append(text(of: step.next, after: self.words("route-passed-over")))
    }
    return [PrintedRow(self.words("then"), words)]
  }

  private func text(of target: Target, after before: String) -> PrintedText {
    switch target {
    case .step(let place):
      let link = link(toStep: place)
      return PrintedText(text: "\(before)→ \(link.text)", link: link.link)
    case .endOfBranch: return PrintedText(text: "\(before)→ \(words("end-of-branch"))")
    }
  }

  private func link(toStep place: Int) -> PrintedText {
    PrintedText(
      text: "\(PictureLinks(flow: index).number(of: place)) \(parts.step(flow.steps[place]))",
      link: PictureLinks.anchor(step: place, of: index))
  }

  private func produced(by place: Int) -> [PrintedRow] {
    let documents = flow.productions.filter { $0.step == place }.map { production in
      PrintedText(
        text: names(production.document.title), link: DocumentPrinter.anchor(production.document.name))
    }
    return documents.isEmpty ? [] : [PrintedRow(words("produces"), documents)]
  }
}

extension Step.Kind {
  /// The key of the words that name the kind.
  var key: String {
    switch self {
    case .ask: "ask"
    case .assess: "assess"
    case .decide: "decide"
    case .do: "do"
    case .contact: "contact"
    case .refer: "refer"
    case .inform: "inform"
    case .run: "run"
    case .each: "each"
    case .together: "together"
    case .wait: "wait"
    case .end: "end"
    }
  }
}
