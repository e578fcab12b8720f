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
    comparison = Comparison(walked, with: exercise.reference.state)
  }

  private var language: String { words.language.rawValue }
  private var program: Program { walked.program }
  private var names: ProgramWords { ProgramWords(program: program, words: words) }

  /// The whole page.
  func screen() -> Screen {
    var screen = Screen()
    screen.add(
      words(.trainResult, ["title": exercise.vignette.title.words(language)]), .title)
    if comparison.outcomes.walked == nil { screen.add(words(.trainStopped)) }
    screen.space()
    for level in comparison.levels { add(level, to: &screen) }
    screen.add(
      words(
        .trainOutcome,
        ["walked": outcome(comparison.outcomes.walked), "reference": outcome(comparison.outcomes.reference)]))
    screen.add(
      words(
        .trainSame, ["agreed": String(comparison.agreed), "asked": String(comparison.shared.count)]))
    addDifferences(to: &screen)
    for level in comparison.levels {
      addFactors(level.missed, of: level, title: .trainMissed, to: &screen)
      addFactors(level.added, of: level, title: .trainAdded, to: &screen)
    }
    addSteps(
      of: comparison.lines.compactMap { $0.walked == nil ? $0.reference : nil }, .trainOnlyReference,
      to: &screen)
    addSteps(
      of: comparison.lines.compactMap { $0.reference == nil ? $0.walked : nil }, .trainOnlyYours, to: &screen)
    screen.space()
    screen.add(words(.trainTalk), .quiet)
    return screen
  }

  private func add(_ level: Comparison.Level, to screen: inout Screen) {
    guard let place = walked.place(of: level.step),
      let fact = program.flows[place.flow].facts.first(where: { $0.name == level.fact })
    else { return }
    let value = { (value: Value?) in value.map { names.value($0, of: fact) } ?? words(.trainNothing) }
    screen.add(
      words(
        .trainLevel,
        ["fact": names.fact(fact), "walked": value(level.walked), "reference": value(level.reference)]))
  }

  private func outcome(_ name: String?) -> String {
    guard let name else { return words(.trainNothing) }
    return program.flows[0].steps.first { $0.name == name }.map(names.step) ?? ProgramWords.spaced(name)
  }

  private func addDifferences(to screen: inout Screen) {
    let differing = comparison.shared.filter { !$0.isAgreed }
    if differing.isEmpty { return }
    screen.space()
    screen.add(words(.trainDiffer), .title)
    for line in differing {
      guard let own = line.walked, let right = line.reference else { continue }
      let said = SaidWords(state: walked, names: names)
      screen.add(said.subject(own.event), indent: 2)
      screen.add(
        words(
          .trainBoth,
          [
            "walked": said.outcome(own.event),
            "reference": SaidWords(state: exercise.reference.state, names: names).outcome(right.event),
          ]), indent: 4)
      addWhy(exercise.teaches(right), citations: citations(of: right), flow: right.path, to: &screen)
    }
  }

  private func addFactors(
    _ factors: [String], of level: Comparison.Level, title: Phrase, to screen: inout Screen
  ) {
    guard !factors.isEmpty, let place = walked.place(of: level.step) else { return }
    let flow = program.flows[place.flow]
    guard case .assess(let assessment) = flow.steps[place.step].kind else { return }
    screen.space()
    screen.add(words(title), .title)
    for name in factors {
      guard let factor = (assessment.risk + assessment.safety).first(where: { $0.name == name }) else {
        continue
      }
      let facts = [name] + factor.when.slots.map { flow.facts[$0].name }
      let source =
        factor.source.isEmpty ? asked(facts, in: flow) ?? flow.steps[place.step].notes.source : factor.source
      let mark = factor.flag == nil ? "" : " (" + words(.adviceRed) + ")"
      screen.add(names.factor(name) + mark, indent: 2)
      addWhy(
        facts.lazy.compactMap(exercise.teaches(fact:)).first, citations: Notes(source: source),
        flow: level.step,
        to: &screen)
    }
  }

  /// The sources of the question for a fact.
  private func asked(_ facts: [String], in flow: Flow) -> [String]? {
    for step in flow.steps {
      guard let question = step.kind.allQuestions.first(where: { facts.contains(flow.facts[$0.slot].name) })
      else { continue }
      let source = question.notes.source.isEmpty ? step.notes.source : question.notes.source
      return source.isEmpty ? nil : source
    }
    return nil
  }

  /// What the question, else its step, rests on.
  private func citations(of reply: Reply) -> Notes {
    guard let place = walked.place(of: reply.path) else { return Notes() }
    let flow = program.flows[place.flow]
    let step = flow.steps[place.step]
    let own =
      step.kind.allQuestions.first { flow.facts[$0.slot].name == reply.item }?.notes
      ?? step.kind.allTicks.first { $0.name == reply.item }?.notes
    if let own, !own.law.isEmpty || !own.source.isEmpty { return Notes(law: own.law, source: own.source) }
    return Notes(law: step.notes.law, source: step.notes.source)
  }

  private func addWhy(_ why: Words?, citations: Notes, flow path: StepPath, to screen: inout Screen) {
    var inside = Screen()
    guard let place = walked.place(of: path) else { return }
    inside.add(
      Notes(why: why, law: citations.law, source: citations.source), of: program.flows[place.flow], words,
      withHelp: true)
    for var paragraph in inside.paragraphs {
      paragraph.indent += 2
      screen.add(paragraph)
    }
  }

  /// Steps that only one of the walks came to, each once.
  private func addSteps(of replies: [Reply], _ phrase: Phrase, to screen: inout Screen) {
    var titles: [String] = []
    for reply in replies {
      guard let place = walked.place(of: reply.path) else { continue }
      let title = names.step(program.flows[place.flow].steps[place.step])
      if !titles.contains(title) { titles.append(title) }
    }
    if titles.isEmpty { return }
    screen.space()
    screen.add(words(phrase, ["steps": titles.joined(separator: ", ")]))
  }
}
