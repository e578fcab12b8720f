import FlowDSL
import FlowRuntime

/// What is written down of a case itself: its numbers, whom it is about, what they said.
struct AboutCase {
  let state: State
  let words: Wording

  /// A line each; nothing where nothing is written down.
  func screen(indent: Int) -> Screen {
    var screen = Screen()
    for reference in state.references { add(words(.aboutReference), reference, indent, to: &screen) }
    for person in state.people { add(words.part(person.part), words.describe(person), indent, to: &screen) }
    for (quotation, said) in state.quotations {
      let speaker = words(
        .aboutSaid, ["part": words.part(quotation.speaker), "time": LocalTime(said.at).moment])
      add(speaker, words(.quoted, ["words": quotation.words]), indent, to: &screen)
    }
    return screen
  }

  private func add(_ label: String, _ text: String, _ indent: Int, to screen: inout Screen) {
    screen.add([Run(words.label(label), .quiet), Run(text)], indent: indent, hang: 2)
  }

  /// For programs.
  var members: [(String, JSON)] {
    let people = state.people.map { person -> JSON in
      var members: [(String, JSON)] = [
        ("part", .string(person.part.rawValue)), ("mark", .string(person.mark)),
      ]
      if let identity = person.identity {
        members += [
          ("name", .string(identity.name)), ("born", .optional(identity.born)),
          ("reach", .optional(identity.reach)),
        ]
      }
      return .object(members)
    }
    let quotations = state.quotations.map { quotation, said in
      JSON.object([
        ("part", .string(quotation.speaker.rawValue)), ("words", .string(quotation.words)),
        ("at", JSON(said.at)),
      ])
    }
    return [
      ("practice", .bool(state.isPractice)), ("references", .array(state.references.map { .string($0) })),
      ("people", .array(people)), ("words", .array(quotations)),
    ]
  }
}

extension Wording {
  /// What somebody is in a case.
  func part(_ part: PersonPart) -> String {
    let phrase: Phrase =
      switch part {
      case .victim: .partVictim
      case .perpetrator: .partPerpetrator
      case .child: .partChild
      case .witness: .partWitness
      case .other: .partOther
      }
    return self(phrase)
  }

  /// A mark, and in a practice case who it is.
  func describe(_ person: PersonOfCase) -> String {
    let identity = person.identity.map { [$0.name, $0.born, $0.reach].compactMap(\.self) } ?? []
    return ([person.mark] + identity).joined(separator: ", ")
  }
}
