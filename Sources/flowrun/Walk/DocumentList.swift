import FlowDSL
import FlowDocuments
import FlowRuntime

/// The documents of a case, and how to print them.
struct DocumentList {
  let state: State
  let identifier: String
  let words: Wording

  private var names: ProgramWords { ProgramWords(program: state.program, words: words) }

  /// Each document with its title, its recipient and a language other than that of the walk, or why it cannot be made.
  func screen() -> Screen {
    var screen = Screen()
    let documents = state.documents
    if documents.isEmpty { screen.add(words(.documentsNone)) }
    for standing in documents {
      screen.add(
        words(
          .documentLine,
          [
            "document": standing.name, "title": standing.document.title(words.language.rawValue),
            "recipient": recipient(of: standing), "language": language(of: standing),
          ]))
      if let obstacle = standing.obstacle {
        screen.add(words(of: obstacle, to: standing), indent: 2)
      }
    }
    if let first = documents.first(where: { $0.obstacle == nil }) {
      screen.add(
        words(.documentHow, ["case": identifier, "document": first.name, "file": first.document.name]))
    }
    return screen
  }

  /// The language it is made in, where that is not the one of the walk; else empty.
  private func language(of standing: DocumentStanding) -> String {
    let code = Filling.language(of: standing, in: state)
    return code == state.language ? "" : words.languageName(code)
  }

  /// Why a document cannot be made.
  func words(of obstacle: DocumentStanding.Obstacle, to standing: DocumentStanding) -> String {
    switch obstacle {
    case .noConsent(let name, _):
      let fact = state.program.flows[standing.flow].facts.first { $0.name == name }
      return words(
        .documentNoConsent,
        [
          "recipient": recipient(of: standing), "fact": fact.map(names.fact) ?? name,
          "answer": names.standing(state.fact(name, in: standing.prefix), of: state),
        ])
    }
  }

  private func recipient(of standing: DocumentStanding) -> String {
    standing.document.recipient == Document.person
      ? words(.documentForPerson) : names.recipient(standing.document.recipient)
  }
}
