import FEEL

/// What a person would see on the screen in place of words: names of steps and values, or another language's words.
struct ScreenCheck {
  private let flow: FlowSyntax
  private let signature: FlowSignature
  /// Facts that have labels in some flow of the folder: they are shown with those.
  private let labelled: Set<String>
  private var diagnostics: [Diagnostic] = []

  /// Warnings on the flows of a folder.
  static func check(_ signatures: [FlowSignature]) -> [Diagnostic] {
    let labelled = signatures.reduce(into: Set<String>()) { names, signature in
      for entry in signature.facts.entries where signature.hasLabels(entry) { names.insert(entry.key) }
    }
    // What the folder shares stands in each of its flows.
    var seen: Set<Place> = []
    let found = signatures.flatMap { signature in
      var check = ScreenCheck(signature, labelled)
      check.titles()
      check.labels()
      return check.diagnostics
        + oneLanguage(signature.flow.textsOfItsOwn, of: signature.flow.languages.map(\.value))
    }
    return found.filter { $0.code != .oneLanguage || seen.insert($0.place).inserted }
  }

  /// Texts written once, without a language, where several languages are asked for and the words are of one.
  static func oneLanguage(_ texts: [TextSyntax], of languages: [String]) -> [Diagnostic] {
    guard Set(languages).count > 1 else { return [] }
    return texts.compactMap { text in
      guard let entry = text.entries.first, entry.language.value.isEmpty, entry.words.value.isOfOneLanguage
      else { return nil }
      let instead = languages.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        .map { "\($0): …" }
      return Diagnostic(
        .oneLanguage, at: text.place, ["instead": "{\(instead.joined(separator: ", "))}"])
    }
  }

  private init(_ signature: FlowSignature, _ labelled: Set<String>) {
    flow = signature.flow
    self.signature = signature
    self.labelled = labelled
  }

  /// Steps and branches that have a page or a heading, and no title for it: told once for the flow.
  private mutating func titles() {
    var names: [Located<String>] = []
    for step in flow.steps.flatMap(\.all) {
      if step.isShown, step.notes.title == nil { names.append(step.name) }
      if case .together(let branches) = step.kind { names += branches.filter { $0.title == nil }.map(\.name) }
    }
    guard let first = names.first else { return }
    diagnostics.append(
      Diagnostic(.titleMissing, at: first.place, ["names": names.map(\.value).joined(separator: ", ")]))
  }

  /// Choices that are asked or decided, and have no words for their values.
  private mutating func labels() {
    let steps = flow.steps.flatMap(\.all)
    let shown = Set(steps.flatMap(\.questions).map(\.fact.value) + steps.flatMap(\.decided))
    for entry in signature.facts.entries where shown.contains(entry.syntax.name.value) {
      guard let values = entry.type.choices, values.contains(where: { $0.contains(where: \.isLetter) }),
        !signature.hasLabels(entry), !labelled.contains(entry.key)
      else { continue }
      let example = values.prefix(2).map { "\($0): {fr: …, en: …}" }.joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          .labelsMissing, at: entry.syntax.name.place,
          ["name": entry.syntax.name.value, "values": values.joined(separator: ", "), "example": example]))
    }
  }
}

extension FlowSignature {
  fileprivate func hasLabels(_ entry: FactTable.Entry) -> Bool {
    !entry.syntax.labels.isEmpty || !types.labels(of: entry.syntax.type).isEmpty
  }
}

extension FactTable.Entry {
  /// The name and the values: facts alike in both share their words.
  fileprivate var key: String { syntax.name.value + " " + type.written }
}

extension FlowSyntax {
  /// The words that people read, without what is published elsewhere under its own name.
  fileprivate var textsOfItsOwn: [TextSyntax] {
    let published = Set(sources.map(\.publication.place))
    return texts.filter { !published.contains($0.place) }
  }
}

extension StepSyntax {
  /// Whether the step has a page, or its name stands in a heading.
  fileprivate var isShown: Bool {
    switch kind {
    case .ask, .assess, .do, .contact, .refer, .inform, .wait, .end: true
    case .decide(let decide): decide.override != nil
    case .run, .each, .together: false
    }
  }

  /// Facts whose recommended value is shown.
  fileprivate var decided: [String] {
    switch kind {
    case .assess(let assess): [(assess.sets ?? name.asFact).value]
    case .decide(let decide) where decide.override != nil: decide.outputs.map(\.value)
    default: []
    }
  }
}

extension ValueType {
  /// The values of a choice, or of a list of them.
  fileprivate var choices: [String]? {
    switch self {
    case .choice(let values), .list(.choice(let values)): values
    default: nil
    }
  }
}

extension String {
  /// Whether these are words of a language, and not a name, a number or a sign that is the same in all: two words at least, one
  /// of them of three small letters or more.
  fileprivate var isOfOneLanguage: Bool {
    if ["fr:", "en:", "(fr:", "(en:"].contains(where: hasPrefix) { return true }
    let words = split { !$0.isLetter && $0 != "'" && $0 != "-" }
    let isAccented = contains { "éèêëàâùûçîïôœÉÈÀÇ".contains($0) }
    return isAccented
      || words.count > 1
        && words.contains { $0.count > 2 && $0.allSatisfy { $0.isLowercase || !$0.isLetter } }
  }
}
