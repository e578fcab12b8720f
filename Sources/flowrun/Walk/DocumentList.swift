import FlowDSL
import FlowDocuments
import FlowRuntime

/// The documents of a case, and how to print them.
struct DocumentList {
  let state: State
  let identifier: String
  let words: Wording
  /// What stands behind a proposed command: the options that were given.
  var options = ""

  private var names: ProgramWords { ProgramWords(program: state.program, words: words) }

  /// Each document with its title, its recipient and a language other than that of the walk, or why it cannot be made.
  func screen() -> Screen {
    var screen = Screen()
    let documents = state.documents
    let before = state.documentsBefore
    if documents.isEmpty, before.isEmpty { screen.add(words(.documentsNone)) }
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
      } else if let reading = foreign(standing, in: Filling.language(of: standing, in: state)) {
        screen.add(words(.documentForeign, reading.values), .warning, indent: 2)
      }
    }
    for document in before {
      screen.add(
        words(
          .documentBefore,
          [
            "document": document.name, "case": identifier, "sequence": String(document.sequence),
            "title": document.document(of: state.program).title(words.language.rawValue),
            "options": options,
          ]))
    }
    if let first = documents.first(where: { $0.obstacle == nil }) {
      screen.add(
        words(
          .documentHow,
          [
            "case": identifier, "document": first.name, "file": first.document.name, "options": options,
          ]))
    }
    return screen
  }

  /// What the person reads, where a document for them is made in another language.
  struct Reading {
    /// The names of both languages, for the words.
    let values: [String: String]
    /// Whether the document is written in theirs.
    let isWritten: Bool
  }

  /// Whether a document made in a language is in another than the person reads; `nil` where it is not, or nothing is known.
  func foreign(_ standing: DocumentStanding, in language: String) -> Reading? {
    guard let fact = standing.languageRead(of: state.program), case .string(let read) = fact.value,
      read != language
    else { return nil }
    let isCode = standing.personLanguage(of: state.program) != nil
    return Reading(
      values: [
        "read": isCode ? words.languageName(read) : names.value(fact.value, of: fact.fact),
        "language": words.languageName(language),
      ], isWritten: standing.document.languages.contains(read))
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
