/// One page of the walk: what is shown above the choices, and what may be typed.
struct Page: Sendable {
  var body: Screen
  var menu: Menu
  /// How to type the answer.
  var hint: String
  /// Whether any words are an answer, such as a note.
  var takesText = false

  /// What is asked.
  var title: String {
    body.paragraphs.first { $0.runs.contains { $0.style == .title } }?.runs.map(\.text).joined() ?? ""
  }

  /// What is asked, of what: what was typed stands in the line again at this page alone.
  func identity(under heading: Heading?) -> String {
    let parts = [heading?.place?.step].compactMap(\.self) + (heading?.items ?? [])
    return (parts + body.paragraphs.map { $0.runs.map(\.text).joined() }).joined(separator: "\n")
  }

  /// The whole page: what is asked, the choices, how to type, the keys.
  func screen() -> Screen {
    var screen = body
    screen.space()
    screen.add(menu: typed)
    return screen
  }

  /// The choices, how to type, the keys.
  private var typed: Screen {
    var screen = Screen()
    let width = String(menu.choices.count).count
    for (index, choice) in menu.choices.enumerated() {
      let number = String(index + 1)
      let padding = String(repeating: " ", count: width - number.count)
      let key = choice.key.map { [Run(" ("), Run($0, .key), Run(")")] } ?? []
      screen.add(
        [Run(choice.label)] + key, indent: 2, marker: [Run(padding), Run(number, .key), Run("  ")])
    }
    screen.space()
    if !hint.isEmpty { screen.add(hint, .quiet) }
    let few = menu.commands.filter { $0.command.answers || $0.command == .help }
    let hasHelp = few.contains { $0.command == .help }
    if !menu.commands.isEmpty {
      screen.add(Self.keys(menu.commands, of: menu), brief: hasHelp ? Self.keys(few, of: menu) : nil)
    }
    return screen
  }

  /// The keys in one paragraph; a key stays on the line of its words. Where there is little room, help tells of most of them.
  private static func keys(_ entries: [Menu.Entry], of menu: Menu) -> [Run] {
    var runs: [Run] = []
    for entry in entries {
      if !runs.isEmpty { runs.append(Run("   ")) }
      runs.append(Run(menu.typed(entry), .key))
      runs.append(Run("\u{A0}" + entry.words.map { $0 == " " ? "\u{A0}" : String($0) }.joined(), .quiet))
    }
    return runs
  }
}
