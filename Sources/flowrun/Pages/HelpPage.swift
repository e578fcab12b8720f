import FEEL
import FlowDSL
import FlowRuntime

/// What `?` shows: how to do the step, then the keys.
struct HelpPage: Sendable {
  var notes: [Notes]
  var flow: Flow
  var menu: Menu
  /// What the page had no room for.
  var more: Screen?
  /// What is rare, and can be done from this page only.
  var commands: [Command] = []

  /// The page below its heading.
  func page(_ words: Wording) -> Page {
    var body = Screen()
    for note in notes { body.add(note, of: flow, words, withHelp: true) }
    if let more {
      body.space()
      body.add(more)
    }
    body.space()
    body.add(words(.helpTitle), .title)
    for entry in menu.commands {
      body.add(
        [Run(words(Self.explanation(of: entry.command)))], indent: 2,
        marker: [Run(menu.typed(entry), .key), Run("  ")])
    }
    body.space()
    if !menu.isFreeText { body.add(words(.helpAnswers)) }
    if let save = menu.commands.last { body.add(words(.helpSlash, ["key": save.key])) }
    if menu.isFreeText { body.add(words(.helpText, ["limit": words.number(Number(EntryLimits.text))])) }
    return Page(
      body: body, menu: Menu(takesWords: true, commands: words.keys(commands)), hint: words(.helpReturn))
  }

  private static func explanation(of command: Command) -> Phrase {
    switch command {
    case .help: .helpHelp
    case .unknown: .helpUnknown
    case .declined: .helpDeclined
    case .back: .helpBack
    case .note: .helpNote
    case .people: .helpPeople
    case .override: .helpOverride
    case .handOver: .helpHandOver
    case .report: .helpReport
    case .other: .helpOther
    case .tasks: .helpTasks
    case .save: .helpSave
    case .abandon: .commandAbandon
    }
  }
}
