/// Everything that may be typed at one page.
///
/// What is shown and what is understood come from the same value, so they cannot differ.
struct Menu: Sendable {
  /// A command as it is typed and shown.
  struct Entry: Sendable, Hashable {
    var command: Command
    /// The key, in the language of the screen.
    var key: String
    var words: String
  }

  /// What was typed, understood.
  enum Input: Sendable, Hashable {
    case choice(Int)
    case words(String)
    case command(Command)
    /// The key of a command where it may be an answer too.
    case letter(LetterPage)
  }

  /// What can be chosen by number; empty where the answer is typed in words.
  var choices: [ChoiceReading.Choice] = []
  /// Whether an answer in words or figures is taken.
  var takesWords = false
  /// Whether any words are an answer, so that the key of a command may be one too.
  var isFreeText = false
  /// Whether the choices are yes and no, so that anything else is answered with these words.
  var asksYesOrNo = false
  /// Keys that answer other pages, yes and no: where any words are an answer, one of them alone is asked about.
  var doubtful: [String] = []
  /// What alone means none of the choices, where several may be chosen.
  var none: [String] = []
  var commands: [Entry] = []

  /// Understands a typed line.
  func read(_ line: String) throws(Misreading) -> Input {
    let text = line.trimmed
    guard !text.isEmpty else { throw .nothing }
    if text.hasPrefix("/") {
      guard let command = command(String(text.dropFirst())) else { throw noKey(text) }
      return .command(command)
    }
    if isFreeText {
      guard let entry = entry(text) else {
        return doubtful.contains { $0.folded == text.folded }
          ? .letter(LetterPage(typed: text, entry: nil)) : .words(text)
      }
      return Self.isSign(text) ? .command(entry.command) : .letter(LetterPage(typed: text, entry: entry))
    }
    return try choiceOrCommand(text)
  }

  /// Whether a line is a command that answers nothing: it counts before the page was seen whole.
  func isAtOnce(_ line: String) -> Bool {
    if case .command(let command)? = try? read(line) { return !command.answers }
    return false
  }

  /// What is typed for a command at this page: its key, behind a `/` where the bare key is a choice.
  func typed(_ entry: Entry) -> String { isChoice(entry.key.folded) ? "/" + entry.key : entry.key }

  /// Whether a bare key is a choice by its own key or its whole name.
  private func isChoice(_ key: String) -> Bool {
    choices.contains { $0.key?.folded == key || $0.key == nil && Int(key) == nil && $0.isNamed(key) }
  }

  /// Whether it is `?`, `!` or `+`: no answer in any language.
  private static func isSign(_ key: String) -> Bool { !key.contains { $0.isLetter || $0.isNumber } }

  private func choiceOrCommand(_ text: String) throws(Misreading) -> Input {
    let typed = text.folded
    if let entry = commands.first(where: { $0.key.folded == typed }), !isChoice(typed) {
      // The key of a command that also begins a choice is asked again, so that neither is taken by chance.
      let begun = choices.filter { $0.claims(typed) }
      guard begun.isEmpty || Self.isSign(typed) else {
        throw .keyOrChoice(text, begun.map(\.label), key: "/" + entry.key, entry.words)
      }
      return .command(entry.command)
    }
    let command = commands.first { $0.words.folded == typed }?.command
    if let index = choices.firstIndex(where: { $0.key?.folded == typed }) { return .choice(index) }
    // None is said before a choice is taken for beginning with that letter.
    if none.contains(where: { $0.folded == typed }), !choices.contains(where: { $0.isNamed(typed) }) {
      return .words(text)
    }
    let index: Int
    do throws(Misreading) {
      index = try ChoiceReading.read(text, among: choices)
    } catch {
      switch error {
      case .notAChoice:
        if let command { return .command(command) }
        if takesWords { return .words(text) }
        if asksYesOrNo { throw .notYesOrNo(text) }
        throw typed.count == 1 || choices.isEmpty ? noKey(text) : error
      case .noSuchNumber where takesWords: return .words(text)
      case .ambiguous(_, let labels):
        throw .ambiguous(text, labels + commands.filter { $0.command == command }.map(\.words))
      default: throw error
      }
    }
    // Words of a command that also begin a choice are asked again, so that no answer is taken by chance.
    if let entry = commands.first(where: { $0.command == command }), !choices[index].isNamed(typed) {
      throw .ambiguous(text, [choices[index].label, entry.words])
    }
    return .choice(index)
  }

  /// Something is no key here. Only where there is help is it said that help shows the keys.
  private func noKey(_ text: String) -> Misreading {
    if commands.contains(where: { $0.command == .help }) { return .notAKey(text) }
    return choices.isEmpty ? .noSuchKey(text) : .notAChoice(text)
  }

  /// The command of a key, or of its whole words.
  private func command(_ typed: String) -> Command? { entry(typed)?.command }

  private func entry(_ typed: String) -> Entry? {
    let typed = typed.folded
    return commands.first { $0.key.folded == typed || $0.words.folded == typed }
  }
}
