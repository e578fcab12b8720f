/// What was said so far, to choose one of: the last first, as many as there is room for, and searched by a word.
struct AnswersPage: Sendable, Hashable {
  /// What a line typed at it leads to.
  enum Effect: Sendable, Hashable {
    /// The place of an answer among all.
    case chosen(Int)
    case page(AnswersPage)
    case back
  }

  /// What was said: cut to one line, and whole, as it is searched.
  struct Item: Sendable, Hashable {
    var line: String
    var words: String
  }

  /// All of them, the last said first.
  var items: [Item]
  /// How many are shown at once; `nil`: all.
  var room: Int?
  /// The word that is searched for; empty: none.
  var sought = ""
  /// How many of those found are passed over.
  var passed = 0

  /// Places of the answers that have the word in them.
  private var found: [Int] {
    let word = sought.folded
    return items.indices.filter { word.isEmpty || items[$0].words.folded.contains(word) }
  }

  /// Places of those that are shown.
  private var shown: ArraySlice<Int> { found.dropFirst(passed).prefix(room ?? items.count) }

  private var areMore: Bool { passed + shown.count < found.count }

  /// The page: each answer by a number.
  func page(_ words: Wording) -> Page {
    var body = Screen()
    body.add(words(.backTitle), .title, indent: 2)
    let count = [
      "from": String(passed + 1), "to": String(passed + shown.count), "count": String(found.count),
    ]
    body.add(
      sought.isEmpty
        ? words(.answersShown, count) : words(.answersFound, count.merging(["word": sought]) { $1 }), .quiet,
      indent: 2)
    var hint = [words(.answersType)]
    if areMore { hint.append(words(.answersMore, ["count": String(found.count - passed - shown.count)])) }
    hint.append(words(passed > 0 || !sought.isEmpty ? .answersAll : .typeNothingToGoBack))
    return Page(
      body: body, menu: Menu(choices: shown.map { ChoiceReading.Choice(label: items[$0].line) }),
      hint: hint.joined(separator: " "))
  }

  /// What a line leads to: a number chooses, 0 shows those before, Enter alone goes back, anything else is searched for.
  func take(_ line: String) throws(Misreading) -> Effect {
    let typed = line.trimmed
    if typed.isEmpty {
      return passed > 0 || !sought.isEmpty ? .page(AnswersPage(items: items, room: room)) : .back
    }
    guard let number = Int(typed) else {
      var next = AnswersPage(items: items, room: room, sought: typed)
      // Two or more words are found in any order only as they stand: one that is cut may be found all the same.
      if next.found.isEmpty, typed.hasSuffix("s") { next.sought = String(typed.dropLast()) }
      guard !next.found.isEmpty else { throw .notFound(typed) }
      return .page(next)
    }
    if number == 0, areMore {
      var next = self
      next.passed += shown.count
      return .page(next)
    }
    guard number >= 1, number <= shown.count else { throw .noSuchNumber(number, last: shown.count) }
    return .chosen(shown[shown.startIndex + number - 1])
  }
}
