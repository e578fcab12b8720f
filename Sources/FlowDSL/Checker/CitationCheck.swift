/// Statements of a flow that cite nothing (grammar, section 7.1).
///
/// Who declares sources says that the flow rests on them: then each statement cites an article or a source. Where a step only
/// runs another flow, or ends, it states nothing, unless it sets a time limit.
enum CitationCheck {
  /// A warning for each statement that cites neither an article nor a source, in a flow that has sources, its own or those
  /// that its folder shares.
  static func check(_ flow: FlowSyntax, sources: [SourceSyntax]) -> [Diagnostic] {
    if sources.isEmpty { return [] }
    return flow.steps.flatMap(\.all).compactMap { step in
      if step.isCited || !(step.isStatement || step.due != nil) { return nil }
      return Diagnostic(
        .uncited, at: step.name.place,
        ["name": step.name.value, "sources": sources.map(\.name.value).joined(separator: ", ")])
    }
  }
}

extension StepSyntax {
  /// Whether the step says what is asked, done, told or weighed.
  fileprivate var isStatement: Bool {
    switch kind {
    case .ask, .assess, .decide, .do, .contact, .refer, .inform, .wait: true
    case .run, .each, .together, .end: false
    }
  }

  /// Whether the step cites, or all that it holds does.
  fileprivate var isCited: Bool {
    if notes.isCited { return true }
    let parts = partsCited
    return !parts.isEmpty && parts.allSatisfy(\.self)
  }

  /// For each question, item or factor of the step, whether it cites.
  private var partsCited: [Bool] {
    switch kind {
    case .do(let items): items.map(\.notes.isCited)
    case .inform(let inform): inform.tell.map(\.notes.isCited)
    case .assess(let assess): (assess.risk + assess.safety).map { !$0.source.isEmpty }
    default: questions.map(\.notes.isCited)
    }
  }
}

extension NotesSyntax {
  fileprivate var isCited: Bool { !law.isEmpty || !source.isEmpty }
}
