import FEEL
import FlowDSL

/// One question, in large plain words.
struct QuestionPage: Sendable {
  var question: Question
  var fact: Fact
  /// What the step says for all its questions.
  var notes: Notes
  var flow: Flow

  /// The page below its heading.
  func page(_ words: Wording, commands: [Command]) -> Page {
    let language = words.language.rawValue
    var body = Screen()
    body.add(question.words(language), .title, indent: 2)
    body.space()
    body.add(notes, of: flow, words)
    body.add(question.notes, of: flow, words)
    if question.mayBeHanded { body.add(words(.questionMayBeHanded), .quiet, indent: 2, optional: true) }
    let input = AnswerInput(of: fact)
    let answers =
      (question.acceptsUnknown ? [Command.unknown] : []) + (question.acceptsDeclined ? [.declined] : [])
    let menu = Menu(
      choices: input.choices(words), takesWords: input.takesWords, isFreeText: input.isFreeText,
      asksYesOrNo: fact.type == .boolean, doubtful: [words(.yesKey), words(.noKey)], none: input.none(words),
      commands: words.keys(answers + commands.filter { $0 != .override }))
    return Page(
      body: body, menu: menu, hint: input.hint(words),
      takesText: input.takesWords && menu.choices.isEmpty)
  }
}
