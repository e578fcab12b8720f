import FlowDSL
import FlowRuntime

/// A wait, with what may be answered meanwhile.
struct WaitPage: Sendable {
  var until: Instant?
  /// Questions that may be answered meanwhile, in words.
  var questions: [String]
  var notes: Notes
  var flow: Flow

  /// The page below its heading: 1 look again, then each question.
  func page(_ words: Wording, now: Instant, commands: [Command]) -> Page {
    var body = Screen()
    body.add(words(.waitTitle), .title, indent: 2)
    if let until {
      let left = words.length(milliseconds: max(now.distance(to: until), 0))
      body.add(words(.waitUntil, ["time": words.moment(until, now: now), "left": left]), indent: 2)
    }
    body.space()
    body.add(notes, of: flow, words)
    let choices = ([words(.waitLook)] + questions).map { ChoiceReading.Choice(label: $0) }
    let menu = Menu(choices: choices, commands: words.keys(commands.filter { $0 != .override }))
    return Page(body: body, menu: menu, hint: words(.typeChoice))
  }
}
