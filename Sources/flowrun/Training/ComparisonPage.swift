import FEEL
import FlowDSL
import FlowRuntime

/// What the trainee reads at the end: level, outcome, where the two walks differ and why, which factors count in one only.
struct ComparisonPage {
  let exercise: Exercise
  /// The trainee's walk.
  let walked: State
  let comparison: Comparison
  let words: Wording

  init(_ exercise: Exercise, walked: State, words: Wording) {
    self.exercise = exercise
    self.walked = walked
    self.words = words
    comparison = Comparison(walked, with: exercise.reference.state, open: exercise.open)
  }

  /// The page as it grows: what is explained is explained once, and each source is spelled out at the end.
  private struct Draft {
    var screen = Screen()
    var explained: Set<String> = []
    var publications: [String] = []
  }

  private var language: String { words.language.rawValue }
  private var program: Program { walked.program }
  private var names: ProgramWords { ProgramWords(program: program, words: words) }

  /// The whole page.
  func screen() -> Screen {
    var draft = Draft()
    draft.screen.add(words(.trainResult, ["title": exercise.vignette.title.words(language)]), .title)
    if comparison.outcomes.walked == nil { draft.screen.add(words(.trainStopped)) }
    draft.screen.space()
    addResult(to: &draft.screen)
    addDifferences(to: &draft)
    for level in comparison.levels {
      addFactors(level.missed, of: level, title: .trainMissed, to: &draft)
      addFactors(level.added, of: level, title: .trainAdded, to: &draft)
    }
    let lines = comparison.lines
    addSteps(of: lines.filter { $0.walked == nil }.compactMap(\.reference), .trainOnlyReference, to: &draft)
    addSteps(of: lines.filter { $0.reference == nil }.compactMap(\.walked), .trainOnlyYours, to: &draft)
    addSources(to: &draft)
    draft.screen.space()
    draft.screen.add(words(.trainTalk), .quiet)
    return draft.screen
  }

  private func addResult(to screen: inout Screen) {
    for level in comparison.levels {
      guard let place = walked.place(of: level.step),
        let fact = program.flows[place.flow].facts.first(where: { $0.name == level.fact })
      else { continue }
      let value = { (value: Value?) in value.map { names.value($0, of: fact) } ?? words(.trainNothing) }
      screen.add(
        words(
          .trainLevel,
          ["fact": names.fact(fact), "walked": value(level.walked), "reference": value(level.reference)]))
    }
    let (walked, reference) = comparison.outcomes
    screen.add(
      words(.trainOutcome, ["walked": outcome(walked), "reference": outcome(reference)]))
    screen.add(
      words(.trainSame, ["agreed": String(comparison.agreed), "asked": String(comparison.shared.count)]))
  }

  private func outcome(_ name: String?) -> String {
    guard let name else { return words(.trainNothing) }
    return program.flows[0].steps.first { $0.name == name }.map(names.step) ?? ProgramNames.spaced(name)
  }

  private func addDifferences(to draft: inout Draft) {
    let differing = comparison.shared.filter { !$0.isAgreed }
    if differing.isEmpty { return }
    draft.screen.space()
    draft.screen.add(words(.trainDiffer), .title)
    let said = SaidWords(state: walked, names: names)
    let right = SaidWords(state: exercise.reference.state, names: names)
    for line in differing {
      guard let own = line.walked, let reference = line.reference, let place = walked.place(of: own.path)
      else { continue }
      draft.screen.add(said.subject(own.event), indent: 2)
      draft.screen.add(
        words(
          .trainBoth, ["walked": said.outcome(own.event), "reference": right.outcome(reference.event)]),
        indent: 4)
      let flow = program.flows[place.flow]
      addWhy(
        exercise.teaches(reference), citations(of: reference.item, at: flow.steps[place.step], of: flow),
        of: flow,
        to: &draft)
      if let item = own.item { draft.explained.insert(item) }
    }
  }

  private func addFactors(
    _ factors: [String], of level: Comparison.Level, title: Phrase, to draft: inout Draft
  ) {
    guard !factors.isEmpty, let place = walked.place(of: level.step) else { return }
    let flow = program.flows[place.flow]
    let step = flow.steps[place.step]
    guard case .assess(let assessment) = step.kind else { return }
    draft.screen.space()
    draft.screen.add(words(title), .title)
    for factor in assessment.risk + assessment.safety where factors.contains(factor.name) {
      let mark = factor.flag == nil ? "" : " (" + words(.adviceRed) + ")"
      draft.screen.add(names.factor(factor.name) + mark, indent: 2)
      let facts = [factor.name] + flow.facts(in: factor.when.slots).map(\.name)
      let isExplained = facts.contains(where: draft.explained.contains)
      let why = isExplained ? nil : facts.lazy.compactMap(exercise.teaches(fact:)).first
      addWhy(why, Notes(source: sources(of: factor, facts, at: step, in: flow)), of: flow, to: &draft)
    }
  }

  /// What a factor rests on: its own source, else that of the question for its fact, else that of the grid.
  private func sources(of factor: Factor, _ facts: [String], at grid: Step, in flow: Flow) -> [String] {
    if !factor.source.isEmpty { return factor.source }
    for step in flow.steps {
      let question = step.kind.allQuestions.first { facts.contains(flow.facts[$0.slot].name) }
      guard let question else { continue }
      let source = question.notes.source.isEmpty ? step.notes.source : question.notes.source
      if !source.isEmpty { return source }
    }
    return grid.notes.source
  }

  /// What a question or item, else its step, rests on.
  private func citations(of item: String?, at step: Step, of flow: Flow) -> Notes {
    let own =
      step.kind.allQuestions.first { flow.facts[$0.slot].name == item }?.notes
      ?? step.kind.allTicks.first { $0.name == item }?.notes
    let notes = own.flatMap { $0.law.isEmpty && $0.source.isEmpty ? nil : $0 } ?? step.notes
    return Notes(law: notes.law, source: notes.source)
  }

  private func addWhy(_ why: Words?, _ citations: Notes, of flow: Flow, to draft: inout Draft) {
    var inside = Screen()
    inside.add(Notes(why: why, law: citations.law), of: flow, words, withHelp: true)
    if !citations.source.isEmpty {
      inside.add(label: .labelSource, [Run(citations.source.joined(separator: ", "))], words)
    }
    for var paragraph in inside.paragraphs {
      paragraph.indent += 2
      draft.screen.add(paragraph)
    }
    for source in citations.source {
      let line = words.label(source) + (flow.sources[source]?(words.language.rawValue) ?? source)
      if !draft.publications.contains(line) { draft.publications.append(line) }
    }
  }

  /// Where each source that was named is published.
  private func addSources(to draft: inout Draft) {
    if draft.publications.isEmpty { return }
    draft.screen.space()
    draft.screen.add(words(.trainSources), .title)
    for line in draft.publications { draft.screen.add(line, .quiet, indent: 2) }
  }

  /// Steps that only one of the walks came to, each once.
  private func addSteps(of replies: [Reply], _ phrase: Phrase, to draft: inout Draft) {
    var titles: [String] = []
    for reply in replies {
      guard let place = walked.place(of: reply.path) else { continue }
      let title = names.step(
        walked.filled(program.flows[place.flow].steps[place.step], at: reply.path) { names.placed($0) })
      if !titles.contains(title) { titles.append(title) }
    }
    if titles.isEmpty { return }
    draft.screen.space()
    draft.screen.add(words(phrase, ["steps": titles.joined(separator: ", ")]))
  }
}
