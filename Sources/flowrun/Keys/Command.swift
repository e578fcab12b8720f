/// What may be typed at a page beside an answer.
enum Command: String, CaseIterable, Sendable {
  case help
  case unknown
  case declined
  case back
  case note
  case override
  case handOver
  case report
  case other
  case tasks
  case people
  case save
  case abandon

  /// Whether it answers what the page asks.
  var answers: Bool {
    switch self {
    case .unknown, .declined, .override: true
    default: false
    }
  }

  /// What the catalogue says of a command: its key, and what it does.
  var keyPhrase: Phrase {
    switch self {
    case .help: .keyHelp
    case .unknown: .keyUnknown
    case .declined: .keyDeclined
    case .back: .keyBack
    case .note: .keyNote
    case .override: .keyOverride
    case .handOver: .keyHandOver
    case .report: .keyReport
    case .other: .keyOther
    case .tasks: .keyTasks
    case .people: .keyPeople
    case .save: .keySave
    case .abandon: .keyAbandon
    }
  }

  /// The few words that stand beside the key.
  var wordsPhrase: Phrase {
    switch self {
    case .help: .commandHelp
    case .unknown: .commandUnknown
    case .declined: .commandDeclined
    case .back: .commandBack
    case .note: .commandNote
    case .override: .commandOverride
    case .handOver: .commandHandOver
    case .report: .commandReport
    case .other: .commandOther
    case .tasks: .commandTasks
    case .people: .commandPeople
    case .save: .commandSave
    case .abandon: .commandAbandon
    }
  }
}
