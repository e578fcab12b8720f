import FEEL

/// Expressions, with their faults as diagnostics and what they read.
extension Elaboration {
  /// The names an expression sees where so much is known.
  mutating func scope(_ known: Knowledge, extra: [Variable] = []) -> Scope {
    if extra.isEmpty, let scopes, scopes.known == known.certain { return scopes.scope }
    let scope = Scope(facts.variables(known) + extra)
    if extra.isEmpty { scopes = (known.certain, scope) }
    return scope
  }

  /// An expression whose value goes to something of a type.
  mutating func expression(
    _ syntax: ExpressionSyntax, expecting type: ValueType, _ known: Knowledge, extra: [Variable] = []
  ) -> CompiledExpression? {
    do throws(CompilationFailure) {
      let compiled = try FEELCompiler.compile(
        expression: syntax.text, in: scope(known, extra: extra), expecting: type)
      note(compiled.slots, at: syntax.place, known)
      return compiled
    } catch {
      report(error, in: syntax)
      return nil
    }
  }

  /// A condition: true or false whatever is known and unknown, unless it `mayBeUndecided`.
  mutating func condition(
    _ syntax: ExpressionSyntax, _ known: Knowledge, mayBeUndecided: Bool = false, extra: [Variable] = []
  ) -> CompiledExpression? {
    guard let compiled = expression(syntax, expecting: .boolean, known, extra: extra) else { return nil }
    if compiled.type == .any { report(.conditionNotBoolean, at: syntax.place, ["found": compiled.text]) }
    if !mayBeUndecided, compiled.mayBeNull { reportUndecided(compiled, syntax, scope(known, extra: extra)) }
    return compiled
  }

  /// The tests of a table's cell; `nil` without a fault for `-`.
  mutating func tests(
    _ syntax: ExpressionSyntax, of input: CompiledExpression, _ known: Knowledge
  ) -> (tests: CompiledUnaryTests?, isFaulty: Bool) {
    do throws(CompilationFailure) {
      let compiled = try FEELCompiler.compile(
        unaryTests: syntax.text, of: input.type, inputMayBeNull: input.mayBeNull, in: scope(known))
      note(compiled.slots, at: syntax.place, known)
      return (compiled.isAny ? nil : compiled, false)
    } catch {
      report(error, in: syntax)
      return (nil, true)
    }
  }

  private mutating func note(_ slots: [Int], at place: Place, _ known: Knowledge) {
    for slot in slots where slot < facts.entries.count { readFact(slot, at: place, known) }
  }

  /// A fact is read at a place; a warning where nothing can have set it before.
  mutating func readFact(_ slot: Int, at place: Place, _ known: Knowledge) {
    read.insert(slot)
    mentioned.insert(slot)
    guard !known.settable.contains(slot), reportedUnset.insert(slot).inserted else { return }
    report(
      written.contains(slot) ? .factReadBeforeSet : .factNeverSet, at: place, ["name": facts.names[slot]],
      related: [.init(.declared, at: facts[slot].syntax.name.place)])
  }

  /// An undecided condition, unless trying all cases shows that it is decided after all.
  private mutating func reportUndecided(
    _ compiled: CompiledExpression, _ syntax: ExpressionSyntax, _ scope: Scope
  ) {
    let analysis = budgeted(CaseAnalysis(variables: scope.variables, conditions: [compiled]))
    if case .none = analysis.undecided() { return }
    let causes = compiled.causesOfNull.map { scope.variables[$0] }
    let remedy = Remedy(for: compiled, because: causes.first)
    report(
      .conditionUndecided, at: syntax.place,
      [
        "facts": causes.map(\.name).joined(separator: ", "), "fact": causes.first?.name ?? "",
        "as_no": remedy.asNo, "as_yes": remedy.asYes,
      ])
  }

  /// Whether a condition is true or false whatever is known.
  mutating func isDecided(_ compiled: CompiledExpression, _ known: Knowledge) -> Bool {
    if !compiled.mayBeNull { return true }
    let analysis = budgeted(CaseAnalysis(variables: facts.variables(known), conditions: [compiled]))
    if case .none = analysis.undecided() { return true }
    return false
  }

  private mutating func report(_ failure: CompilationFailure, in syntax: ExpressionSyntax) {
    for fault in failure.faults {
      var told = (code: fault.code, words: fault.words)
      if case .unknownName(let name, _) = fault.kind {
        if let slot = facts.slot(of: name) { mentioned.insert(slot) }
        if let meant = wordMeant(by: name) { told = meant }
      }
      report(told.code, at: syntax.place(of: fault.range), told.words)
    }
  }
}

extension Elaboration {
  /// What a word that is no name was meant to be: a value of a choice without its quotes, or yes or no.
  private func wordMeant(by name: String) -> (code: DiagnosticCode, words: [String: String])? {
    let boolean = [
      "yes": "true", "on": "true", "oui": "true", "vrai": "true", "no": "false", "off": "false",
      "non": "false", "faux": "false",
    ]
    if let boolean = boolean[name.lowercased()] {
      return (.booleanAsWord, ["name": name, "boolean": boolean])
    }
    for (slot, fact) in facts.names.enumerated() {
      if case .choice(let values) = facts[slot].type, values.contains(name) {
        return (.valueWithoutQuotes, ["name": name, "fact": fact])
      }
    }
    return nil
  }
}

/// The two things to write instead of an undecided condition.
struct Remedy {
  /// Unknown counts as no.
  let asNo: String
  /// Unknown counts as yes.
  let asYes: String

  init(for condition: CompiledExpression, because cause: Variable?) {
    switch (cause, condition.syntax.kind) {
    case (let cause?, .name(let name)) where name == cause.name:
      asNo = "\(name) = true"
      asYes = "\(name) != false"
    case (let cause?, _) where cause.type == .boolean:
      asNo = "\(cause.name) = true"
      asYes = "\(cause.name) != false"
    case (let cause?, let kind):
      let whole = kind.isJoined ? "(\(condition.text))" : condition.text
      asNo = "\(cause.name) != null and \(whole)"
      asYes = "\(cause.name) = null or \(whole)"
    case (nil, _):
      asNo = "(\(condition.text)) = true"
      asYes = "(\(condition.text)) != false"
    }
  }
}

extension Expression.Kind {
  /// Whether it is joined by `and` or `or`.
  fileprivate var isJoined: Bool {
    switch self {
    case .binary(.and, _, _), .binary(.or, _, _): true
    default: false
    }
  }
}
