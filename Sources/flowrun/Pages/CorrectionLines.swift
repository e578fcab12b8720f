import FEEL
import FlowDSL
import FlowRuntime

/// What a correction changes, in words.
struct CorrectionLines {
  let effect: CorrectionEffect
  /// The case before the correction.
  let before: State
  let names: ProgramWords
  /// How many answers are named one by one.
  static let longest = 6

  private var words: Wording { names.words }

  /// Before it is confirmed: what is removed, what is kept, which level becomes which, and whom it makes necessary to tell.
  func preview(now: Instant) -> Screen {
    var screen = Screen()
    addLevels(to: &screen)
    addWithdrawn(to: &screen)
    if !effect.reinstated.isEmpty {
      screen.add(words.count(effect.reinstated.count, one: .backAgainOne, many: .backAgainMany), indent: 2)
    }
    screen.add(words.count(effect.kept, one: .effectKeptOne, many: .effectKeptMany), indent: 2)
    for deadline in effect.deadlines {
      screen.add(
        words(
          .effectDeadline,
          ["step": step(deadline.path), "time": words.moment(deadline.due, now: now)]), .warning, indent: 2)
    }
    addTold(to: &screen)
    return screen
  }

  /// Whom it makes necessary to tell, and which papers say what is no longer so.
  func told() -> Screen {
    var screen = Screen()
    addTold(to: &screen)
    return screen
  }

  private func addLevels(to screen: inout Screen) {
    for change in effect.levels {
      screen.add(
        words(
          .effectLevel,
          [
            "level": fact(change.fact, at: change.path), "before": level(change.before, change),
            "after": level(change.after, change),
          ]), .title, indent: 2)
    }
    for level in effect.sameLevels {
      screen.add(
        words(
          .effectSameLevel,
          ["level": names.fact(level.fact), "value": names.value(level.value, of: level.fact)]), indent: 2)
    }
  }

  private func level(_ value: Value?, _ change: CorrectionEffect.LevelChange) -> String {
    guard let value else { return words(.effectNoLevel) }
    guard let fact = declared(change.fact, at: change.path) else { return value.text }
    return names.value(value, of: fact)
  }

  private func addWithdrawn(to screen: inout Screen) {
    guard !effect.withdrawn.isEmpty else {
      screen.add(words(.effectNothingRemoved), indent: 2)
      return
    }
    screen.add(
      words.count(effect.withdrawn.count, one: .effectRemovedOne, many: .effectRemovedMany), indent: 2)
    let said = SaidWords(state: before, names: names)
    for answer in effect.withdrawn.prefix(Self.longest) {
      screen.add([Run(said.noted(answer.event))], indent: 4, marker: [Run("- ")])
    }
    let others = effect.withdrawn.count - Self.longest
    if others > 0 { screen.add(words(.effectMore, ["count": String(others)]), indent: 4) }
  }

  private func addTold(to screen: inout Screen) {
    let telling = TellingWords(state: before, names: names)
    for told in effect.told { screen.add(telling.line(told), .warning, indent: 2) }
    for (roles, phrase) in [(effect.opensTo, Phrase.effectOpens), (effect.closesTo, .effectCloses)]
    where !roles.isEmpty {
      let roles = roles.map(names.recipient).sorted().joined(separator: ", ")
      screen.add(words(phrase, ["roles": roles]), .warning, indent: 2)
    }
    guard !effect.documents.isEmpty else { return }
    screen.add(
      words(.effectDocuments, ["documents": effect.documents.map(document).joined(separator: ", ")]),
      .warning, indent: 2)
  }

  /// The title of a document.
  private func document(_ name: String) -> String {
    before.documents.first { $0.name == name }?.document.title(words.language.rawValue) ?? name
  }

  private func step(_ path: StepPath) -> String { names.step(at: path, of: before) }

  private func fact(_ name: String, at path: StepPath) -> String {
    declared(name, at: path).map(names.fact) ?? name
  }

  private func declared(_ name: String, at path: StepPath) -> Fact? {
    before.place(of: path).flatMap { place in
      before.program.flows[place.flow].facts.first { $0.name == name }
    }
  }
}
