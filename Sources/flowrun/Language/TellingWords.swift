import FlowDSL
import FlowRuntime

/// What somebody was told and what is so now, in words.
struct TellingWords {
  let state: State
  let names: ProgramWords

  private var words: Wording { names.words }

  /// Who is to be told, and each fact as it was told and as it is now.
  func line(_ telling: StillToTell) -> String {
    let facts = telling.facts.map(sentence).joined(separator: ". ")
    return words(.effectTell, ["who": names.recipient(telling.to), "facts": facts])
  }

  /// Who is still to be told, in a line each, and how to say that they were.
  func reminder() -> Screen? {
    let telling = state.stillToTell
    guard !telling.isEmpty else { return nil }
    var screen = Screen()
    for telling in telling {
      let facts = telling.facts.map { names.fact($0.before.fact) }.joined(separator: ", ").shortened(to: 90)
      screen.add(
        words(
          .effectRemind,
          ["who": names.recipient(telling.to), "facts": facts, "key": words(.keyTasks)]), .warning)
    }
    return screen
  }

  /// What was told and what is so now; of a list, what is in it no more or now.
  func sentence(_ fact: StillToTell.OldFact) -> String {
    let name = names.fact(fact.before.fact)
    if case .list(let old) = fact.before.value, case .list(let new) = fact.after.value {
      let (gone, come) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
      let parts = [(gone, Phrase.effectFactLess), (come, .effectFactMore)].filter { !$0.0.isEmpty }
      if !parts.isEmpty {
        return parts.map { items, phrase in
          let standing = FactStanding(
            prefix: fact.before.prefix, fact: fact.before.fact, value: .list(items), standing: .known)
          return words(phrase, ["fact": name, "what": names.standing(standing, of: state)])
        }.joined(separator: ". ")
      }
    }
    return words(
      .effectFact,
      [
        "fact": name, "before": names.standing(fact.before, of: state).shortened(to: 60),
        "after": names.standing(fact.after, of: state).shortened(to: 60),
      ])
  }
}
