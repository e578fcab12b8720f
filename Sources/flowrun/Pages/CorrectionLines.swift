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

  /// Who is still to be told, in a line each.
  func reminder() -> Screen {
    var screen = Screen()
    for told in effect.told {
      let facts = told.facts.map { names.fact($0.before.fact) }.joined(separator: ", ").shortened(to: 90)
      screen.add(words(.effectRemind, ["who": names.recipient(told.to), "facts": facts]), .warning)
    }
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
    for told in effect.told {
      let facts = told.facts.map(sentence).joined(separator: ". ")
      screen.add(
        words(.effectTell, ["who": names.recipient(told.to), "facts": facts]),
        .warning, indent: 2)
    }
    guard !effect.documents.isEmpty else { return }
    screen.add(
      words(.effectDocuments, ["documents": effect.documents.joined(separator: ", ")]), .warning, indent: 2)
  }

  /// What was told and what is so now; of a list, what is in it no more or now.
  private func sentence(_ fact: CorrectionEffect.OldFact) -> String {
    let name = names.fact(fact.before.fact)
    if case .list(let old) = fact.before.value, case .list(let new) = fact.after.value {
      let (gone, come) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
      let parts = [(gone, Phrase.effectFactLess), (come, .effectFactMore)].filter { !$0.0.isEmpty }
      if !parts.isEmpty {
        return parts.map { items, phrase in
          let standing = FactStanding(
            prefix: fact.before.prefix, fact: fact.before.fact, value: .list(items), standing: .known)
          return words(phrase, ["fact": name, "what": names.standing(standing, of: before)])
        }.joined(separator: ". ")
      }
    }
    return words(
      .effectFact,
      [
        "fact": name, "before": names.standing(fact.before, of: before).shortened(to: 60),
        "after": names.standing(fact.after, of: before).shortened(to: 60),
      ])
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
