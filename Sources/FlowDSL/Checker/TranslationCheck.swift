/// Texts that lack a language they must have.
enum TranslationCheck {
  /// A diagnostic for each text of a flow that lacks one of its languages.
  static func check(_ flow: FlowSyntax) -> [Diagnostic] {
    missing(flow.texts, of: flow.languages.map(\.value))
  }

  /// A diagnostic for each text that lacks one of some languages.
  static func missing(_ texts: [TextSyntax], of languages: [String]) -> [Diagnostic] {
    texts.compactMap { text in
      let missing = text.missing(of: languages)
      if missing.isEmpty { return nil }
      return Diagnostic(
        .missingTranslation, at: text.place, ["languages": missing.joined(separator: ", ")])
    }
  }
}

extension FlowSyntax {
  /// All words that people read, in the order of the sections.
  var texts: [TextSyntax] {
    var texts = [title] + [summary, notice].compactMap(\.self)
    texts += sources.map(\.publication) + roles.map(\.text)
    texts += types.flatMap(\.labels).map(\.text)
    texts += facts.flatMap { [$0.title, $0.unit].compactMap(\.self) + $0.labels.map(\.text) }
    texts += steps.flatMap(\.all).flatMap(\.texts)
    texts += interrupts.flatMap { [$0.title].compactMap(\.self) + $0.report.map(\.text) }
    texts += needs.map(\.title)
    texts += guarantees.flatMap(\.notes.texts)
    return texts
  }
}

extension StepSyntax {
  /// The words of the step itself.
  fileprivate var texts: [TextSyntax] {
    let inside: [TextSyntax] =
      switch kind {
      case .do(let items): items.flatMap(\.texts)
      case .inform(let inform): inform.tell.flatMap(\.texts)
      case .assess(let assess): (assess.risk + assess.safety).compactMap(\.title)
      case .together(let branches): branches.compactMap(\.title)
      default: []
      }
    return notes.texts + inside + questions.flatMap(\.texts)
  }
}

extension QuestionSyntax {
  /// What is asked, and what is read beside it.
  var texts: [TextSyntax] { [words] + instead.map(\.words) + notes.texts }
}

extension TickSyntax {
  fileprivate var texts: [TextSyntax] { [words] + notes.texts }
}

extension NotesSyntax {
  /// What is read beside a step, a question or an item.
  var texts: [TextSyntax] { [title, help, why, say].compactMap(\.self) + sayInstead.map(\.words) }
}
