import FlowDSL

/// One item of a step that is done, or told.
struct TickPage: Sendable {
  /// What was marked so far, in the order of the items.
  struct Marked: Sendable {
    var words: String
    var isDone: Bool
  }

  var tick: Tick
  var marked: [Marked]
  var notes: Notes
  var flow: Flow
  /// Whether the item is told, rather than done.
  var isTold: Bool
  /// Roles to which the case is closed once it is done, in words.
  var closes: String?
  /// Numbers to hand over while telling.
  var services: [OfferedService]

  /// The page below its heading.
  func page(_ words: Wording, commands: [Command]) -> Page {
    let language = words.language.rawValue
    let done = words(isTold ? .tellDone : .tickDone)
    let notDone = words(isTold ? .tellNotDone : .tickNotDone)
    var body = Screen()
    for item in marked {
      body.add(
        [Run(item.words, .quiet), Run(" · " + (item.isDone ? done : notDone), .quiet)], indent: 2,
        optional: true)
    }
    body.space(optional: true)
    body.add(tick.words(language), .title, indent: 2)
    body.space()
    body.add(notes, of: flow, words)
    body.add(tick.notes, of: flow, words)
    if let closes {
      body.add(words(.tickCloses, ["roles": closes]), indent: 2)
    }
    if !services.isEmpty {
      body.space()
      body.add(words(.informServices), indent: 2)
      for service in services { body.add(service, words) }
    }
    let choices = [
      ChoiceReading.Choice(label: done, names: [words(.yes), "true"], key: words(.yesKey)),
      ChoiceReading.Choice(label: notDone, names: [words(.no), "false"], key: words(.noKey)),
    ]
    let menu = Menu(choices: choices, commands: words.keys(commands.filter { $0 != .override }))
    return Page(body: body, menu: menu, hint: words(.typeChoice))
  }
}
