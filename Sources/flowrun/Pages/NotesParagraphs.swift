import FlowDSL

extension Screen {
  /// Adds what to say, why, and under which law, as far as they are written.
  mutating func add(_ notes: Notes, of flow: Flow, _ words: Wording, withHelp: Bool = false) {
    let language = words.language.rawValue
    sayWhereFound(words(.leftOut, ["names": "{names}"]))
    if let say = notes.say {
      add(label: .labelSay, [Run(words(.quoted, ["words": say(language)]), .quoted)], words)
    }
    if let why = notes.why {
      add(label: .labelWhy, [Run(why(language))], words, optional: !withHelp)
    }
    if !notes.law.isEmpty {
      add(label: .labelLaw, [Run(notes.law.joined(separator: ", "))], words, optional: !withHelp)
    }
    guard withHelp else { return }
    if let help = notes.help {
      add(label: .labelHelp, [Run(help(language))], words)
    }
    for source in notes.source {
      add(label: .labelSource, [Run(flow.sources[source]?(language) ?? source)], words)
    }
  }

  /// Adds a paragraph behind a label, set in.
  mutating func add(label: Phrase, _ runs: [Run], _ words: Wording, optional: Bool = false) {
    add(
      runs, indent: 2, marker: [Run(words(.labelled, ["label": words(label)]), .quiet)], optional: optional,
      name: optional ? words(label).lowercased() : nil)
  }
}
