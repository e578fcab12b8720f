import FlowDSL

/// What persons in several roles have to agree with, and who did so far.
struct ConcurrencePage: Sendable {
  /// What was done or decided in the step, a line each.
  var subject: [String]
  /// Who agreed, with the role.
  var agreed: [String]
  /// Roles that are awaited, in words.
  var awaited: [String]
  var notes: Notes
  var flow: Flow

  /// The page below its heading: 1 agree, 2 do not.
  func page(_ words: Wording, commands: [Command]) -> Page {
    var body = Screen()
    body.add(words(.concurTitle), .title, indent: 2)
    for line in subject { body.add(line, indent: 2) }
    body.space()
    for person in agreed { body.add(words(.concurBy, ["person": person]), indent: 2) }
    body.add(words(.concurAwaited, ["roles": awaited.joined(separator: ", ")]), indent: 2)
    body.space()
    body.add(notes, of: flow, words)
    let choices = [words(.agrees), words(.disagrees)].map { ChoiceReading.Choice(label: $0) }
    let menu = Menu(choices: choices, commands: words.keys(commands.filter { $0 != .override }))
    return Page(body: body, menu: menu, hint: words(.typeChoice))
  }
}
