import FEEL

/// Prints one flow as a chapter: what it is for, its flowchart, its steps in order, interrupts, guarantees, needs, what it
/// records, and what it rests on.
struct FlowPrinter {
  let words: PrintWords
  let parts: PartWords

  init(flow index: Int, of program: Program, words: PrintWords) {
    self.words = words
    parts = PartWords(flow: index, of: program, words: words.pictures)
  }

  var program: Program { parts.program }
  var index: Int { parts.index }
  var flow: Flow { parts.flow }
  var conditions: ConditionWords { parts.conditions }
  var names: ProgramNames { ProgramNames(program, language: words.language) }
  var language: String { words.language }
  /// Words with the names of the facts whose answers stand in them.
  func say(_ words: Words) -> String { parts.names.said(words) }

  /// For whom what is left open is a task, and by when; nothing where none is left.
  func task(_ rule: TaskRule?) -> [PrintedRow] {
    guard let rule else { return [] }
    let role = rule.by.map { words("task-for", ["role": names.recipient($0)]) } ?? words("task-same")
    let time = rule.within.map {
      ", " + words("task-within", ["time": words.pictures.duration(milliseconds: $0)])
    }
    return [PrintedRow(words("task"), role + (time ?? ""))]
  }

  /// The names of the sources in the order of their numbers.
  private var sourceNames: [String] { flow.sources.keys.sorted() }

  func chapter(charts: [Drawing], on sheet: PictureSheet) -> PrintedSection {
    var chapter = PrintedSection(
      anchor: PictureLinks.anchor(flow: index), heading: "\(index + 1) \(names(flow.title))",
      tag: "\(flow.name) \(flow.version)", blocks: about)
    if !charts.isEmpty {
      chapter.sections.append(
        PrintedSection(
          heading: words("chart"),
          charts: charts.enumerated().map { place, drawing in
            PrintedChart(
              caption: charts.count == 1
                ? ""
                : words("chart-part", ["part": String(place + 1), "count": String(charts.count)]),
              drawing: drawing, scale: sheet.scale(of: drawing))
          }))
    }
    chapter.sections.append(PrintedSection(heading: words("steps"), sections: steps))
    for (key, sections) in [("interrupts", interrupts), ("guarantees", guarantees), ("needs", needs)]
    where !sections.isEmpty {
      chapter.sections.append(PrintedSection(heading: words(key), sections: sections))
    }
    if !flow.facts.isEmpty {
      chapter.sections.append(PrintedSection(heading: words("facts"), blocks: [facts]))
    }
    if !sourceNames.isEmpty {
      let rows = sourceNames.enumerated().map { place, name in
        PrintedRow("[\(place + 1)]", names(flow.sources[name] ?? Words([:])))
      }
      chapter.sections.append(
        PrintedSection(anchor: sourcesAnchor, heading: words("sources"), blocks: [.rows(rows)]))
    }
    return chapter
  }

  private var sourcesAnchor: String { PictureLinks.anchor(flow: index) + "-sources" }

  private var about: [PrintedBlock] {
    var blocks: [PrintedBlock] = []
    if let summary = flow.summary { blocks.append(.paragraph(names(summary))) }
    var rows: [PrintedRow] = []
    let callers = callers
    if !callers.isEmpty { rows.append(PrintedRow(words("run-by"), callers)) }
    if !flow.takes.isEmpty { rows.append(PrintedRow(words("takes"), parts.facts(flow.takes))) }
    if !flow.gives.isEmpty { rows.append(PrintedRow(words("gives"), parts.facts(flow.gives))) }
    if index > 0, let notice = flow.notice { rows.append(PrintedRow(words("notice"), names(notice))) }
    if index > 0, flow.languages != program.flows[0].languages {
      rows.append(PrintedRow(words("head.languages"), flow.languages.joined(separator: ", ")))
    }
    if !rows.isEmpty { blocks.append(.rows(rows)) }
    return blocks
  }

  /// The steps and interrupts that run this flow.
  private var callers: [PrintedText] {
    program.flows.enumerated().flatMap { other, caller -> [PrintedText] in
      let words = PartWords(flow: other, of: program, words: self.words.pictures)
      let steps = caller.steps.enumerated().filter { $1.kind.calledFlow == index }.map { place, step in
        PrintedText(
          text: "\(PictureLinks(flow: other).number(of: place)) \(words.step(step))",
          link: PictureLinks.anchor(step: place, of: other))
      }
      let interrupts = caller.interrupts.filter { $0.call.flow == index }.map { interrupt in
        PrintedText(
          text: self.words(
            "interrupt-of",
            ["interrupt": words.title(of: interrupt), "flow": "\(other + 1) \(names(caller.title))"]),
          link: PictureLinks.anchor(flow: other))
      }
      return steps + interrupts
    }
  }

  private var interrupts: [PrintedSection] {
    flow.interrupts.map { interrupt in
      var rows = parts.causes(of: interrupt).map { PrintedRow(words("fires"), $0) }
      for report in interrupt.reports {
        rows.append(PrintedRow(words("report"), names(report.words)))
        rows.append(PrintedRow(words("recorded-as"), parts.facts([report.slot])))
      }
      rows.append(PrintedRow(words("runs"), [link(toFlow: interrupt.call.flow)]))
      rows += handedIn(to: interrupt.call) + givenBack(by: interrupt.call)
      for end in parts.ends(of: interrupt) { rows.append(PrintedRow(words("interrupt-ends"), end)) }
      return PrintedSection(heading: parts.title(of: interrupt), tag: interrupt.name, blocks: [.rows(rows)])
    }
  }

  private var needs: [PrintedSection] {
    flow.needs.map { need in
      var rows = [PrintedRow(words("need-when"), conditions.text(of: need.when))]
      if let begun = need.begun { rows.append(PrintedRow(words("need-begun"), conditions.text(of: begun))) }
      rows.append(PrintedRow(words("need-done"), conditions.text(of: need.done)))
      if let asked = need.asked { rows.append(PrintedRow(words("need-asked"), conditions.text(of: asked))) }
      if !need.tasks.isEmpty {
        rows.append(PrintedRow(words("need-tasks"), need.tasks.map(path).joined(separator: ", ")))
      }
      rows.append(PrintedRow(words("need-partner"), names.recipient(need.partner)))
      return PrintedSection(heading: names(need.title), tag: need.name, blocks: [.rows(rows)])
    }
  }

  private var guarantees: [PrintedSection] {
    flow.guarantees.map { guarantee in
      PrintedSection(
        heading: guarantee.notes.title.map { names($0) } ?? parts.names.name(guarantee.name),
        tag: guarantee.name,
        blocks: [.paragraph(promise(guarantee.shape)), .rows(citations(guarantee.notes))].filter {
          $0 != .rows([])
        })
    }
  }

  private func oneOf(_ steps: [String]) -> String {
    steps.map { path($0) }.joined(separator: " " + words.pictures("or") + " ")
  }

  /// What a guarantee promises.
  private func promise(_ shape: Guarantee.Shape) -> String {
    switch shape {
    case .always(let steps, let given?):
      words("always-if", ["condition": conditions.text(of: given), "step": oneOf(steps)])
    case .always(let steps, nil): words("always", ["step": oneOf(steps)])
    case .never(let condition): words("never", ["condition": conditions.text(of: condition)])
    case .mustHold(let step, let condition):
      words("must", ["step": path(step), "condition": conditions.text(of: condition)])
    case .passedBefore(let step, let passed): words("passed", ["step": path(step), "passed": path(passed)])
    case .within(let time, let from, let to):
      words(
        "within",
        ["time": words.pictures.duration(milliseconds: time), "from": path(from), "to": path(to)])
    }
  }

  /// The title of a step by its path, `run-step/step` or `!interrupt/step`: each part in words.
  private func path(_ path: String) -> String {
    var place: Int? = index
    let titles = path.split(separator: "/").map { name -> String in
      if let flow = place {
        let parts = PartWords(flow: flow, of: program, words: words.pictures)
        if let step = parts.flow.steps.first(where: { $0.name == name }) {
          place = step.kind.calledFlow
          return parts.step(step)
        }
        if let interrupt = parts.flow.interrupts.first(where: { "!" + $0.name == name }) {
          place = interrupt.call.flow
          return parts.title(of: interrupt)
        }
      }
      place = nil
      return parts.names.name(String(name))
    }
    let isNameless = titles.count == 1 && titles[0] == parts.names.name(path)
    return isNameless ? titles[0] : words.pictures("quoted", ["words": titles.joined(separator: " › ")])
  }

  /// What is recorded: each fact with its answers, whom it is about and who may be given it.
  private var facts: PrintedBlock {
    .table(
      head: ["fact", "fact-type", "fact-about", "fact-see"].map { words($0) },
      rows: flow.facts.map { fact in
        [
          parts.names.fact(fact), answers(of: fact), words("about." + fact.about.rawValue),
          fact.see.map { $0 == Document.person ? words("person") : names.recipient($0) }
            .joined(separator: ", "),
        ]
      })
  }

  /// How a fact is answered.
  func answers(of fact: Fact) -> String {
    let labelled = names.labelled(fact)
    var text = type(fact.type, of: labelled)
    if let unit = fact.unit { text += " (\(names(unit)))" }
    if let allowed = fact.allowed {
      text += ", " + words("allowed", ["values": conditions.tests(allowed, of: fact)])
    }
    return text
  }

  private func type(_ type: ValueType, of fact: Fact) -> String {
    switch type {
    case .boolean: words("type.boolean")
    case .number: words("type.number")
    case .date: words("type.date")
    case .time: words("type.time")
    case .dateTime: words("type.moment")
    case .daysDuration, .yearsDuration: words("type.duration")
    case .choice(let values): values.map { parts.names.label($0, of: fact) }.joined(separator: " / ")
    case .list(.choice(let values)):
      words(
        "type.several", ["values": values.map { parts.names.label($0, of: fact) }.joined(separator: " / ")])
    case .list(let item): words("type.list", ["of": self.type(item, of: fact)])
    case .context(let fields):
      words(
        "type.record",
        [
          "fields": fields.map { field in
            let name = parts.names.field(field.name, of: fact)
            return "\(name) (\(self.type(field.type, of: fact)))"
          }.joined(separator: ", ")
        ])
    case .string, .any, .null, .range, .function: words("type.text")
    }
  }

  /// Articles and sources; none where nothing is cited.
  func citations(_ notes: Notes) -> [PrintedRow] {
    var rows: [PrintedRow] = []
    if !notes.law.isEmpty { rows.append(PrintedRow(words("law"), notes.law.joined(separator: ", "))) }
    let numbers = notes.source.compactMap { sourceNames.firstIndex(of: $0) }.map { "[\($0 + 1)]" }
    if !numbers.isEmpty {
      rows.append(
        PrintedRow(words("source"), [PrintedText(text: numbers.joined(separator: " "), link: sourcesAnchor)]))
    }
    return rows
  }

  /// A flow, leading to its chapter.
  func link(toFlow called: Int) -> PrintedText {
    PrintedText(
      text: "\(called + 1) \(names(program.flows[called].title))", link: PictureLinks.anchor(flow: called))
  }

  /// What a flow is handed where that is not the fact of the same name.
  func handedIn(to call: Call) -> [PrintedRow] {
    let called = program.flows[call.flow]
    let calledNames = PartNames(flow: called, words: words.pictures)
    let handed = call.takes.compactMap { slot, from -> String? in
      let fact = called.facts[slot]
      switch from {
      case .fact(let own):
        return flow.facts[own].name == fact.name
          ? nil : "\(calledNames.fact(fact)) = \(parts.names.fact(flow.facts[own]))"
      case .expression(let expression):
        return "\(calledNames.fact(fact)) = \(conditions.value(expression, for: fact))"
      }
    }
    return handed.isEmpty ? [] : [PrintedRow(words("hands-in"), handed.joined(separator: " ; "))]
  }

  /// What a flow gives back, and where it goes where that is not the fact of the same name.
  func givenBack(by call: Call) -> [PrintedRow] {
    let called = program.flows[call.flow]
    let given = call.gives.map { slot, own -> String in
      let mine = parts.names.fact(flow.facts[own])
      return called.facts[slot].name == flow.facts[own].name
        ? mine : "\(mine) = \(PartNames(flow: called, words: words.pictures).fact(called.facts[slot]))"
    }
    return given.isEmpty ? [] : [PrintedRow(words("gives-back"), given.joined(separator: ", "))]
  }
}
