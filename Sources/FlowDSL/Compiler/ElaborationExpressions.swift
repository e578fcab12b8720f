import FEEL

/// Expressions, with their faults as diagnostics and what they read.
extension Elaboration {
  /// The names an expression sees where so much is known.
  mutating func scope(_ known: Knowledge, extra: [Variable] = []) -> Scope {
    if extra.isEmpty, let scopes, scopes.known == known.certain, scopes.isAtEntry == isAtEntry {
      return scopes.scope
    }
    let scope = Scope(
      variables(known) + extra, functions: WorkCalendar.functions(of: surroundings.calendar),
      unzoned: edition >= .second ? .comparable : .incomparable)
    if extra.isEmpty { scopes = (known.certain, isAtEntry, scope) }
    return scope
  }

  /// The facts, then what may be read of the entry.
  func variables(_ known: Knowledge) -> [Variable] {
    facts.variables(known) + (isAtEntry ? EntryMoment.variables : EntryMoment.none)
  }

  /// An expression whose value goes to something of a type.
  mutating func expression(
    _ syntax: ExpressionSyntax, expecting type: ValueType, _ known: Knowledge, extra: [Variable] = []
  ) -> CompiledExpression? {
    do throws(CompilationFailure) {
      let compiled = try FEELCompiler.compile(
        expression: syntax.text, in: scope(known, extra: extra), expecting: type)
      note(compiled.slots, at: syntax.place, known)
      return reportSpans(SpanCheck.slips(in: compiled.syntax), in: syntax) ? nil : compiled
    } catch {
      let scope = scope(known, extra: extra)
      let taking = facts.entries.first { $0.type == type }.map { (name: $0.syntax.name.value, type: type) }
      report(error, in: syntax, of: type == .boolean ? nil : taking) {
        (try? FEELCompiler.compile(expression: $0, in: scope, expecting: type)) != nil
      }
      return nil
    }
  }

  /// A condition: true or false whatever is known and unknown, unless it `mayBeUndecided`.
  mutating func condition(
    _ syntax: ExpressionSyntax, _ known: Knowledge, mayBeUndecided: Bool = false, extra: [Variable] = []
  ) -> CompiledExpression? {
    guard let compiled = expression(syntax, expecting: .boolean, known, extra: extra) else { return nil }
    if compiled.type == .any { report(.conditionNotBoolean, at: syntax.place, ["found": compiled.text]) }
    let scope = scope(known, extra: extra)
    let isUndecided = !mayBeUndecided && compiled.mayBeNull && self.isUndecided(compiled, scope)
    // Rows of levels are looked at together, with what a score can come to.
    let isTold =
      !extra.contains { $0.name == "score" }
      && checkHolds(compiled, at: syntax.place, scope, isUndecided: isUndecided)
    if isUndecided, !isTold { reportUndecided(compiled, syntax, scope) }
    return compiled
  }

  /// The tests of a table's cell; `nil` without a fault for `-`.
  mutating func tests(
    _ syntax: ExpressionSyntax, of input: CompiledExpression, _ known: Knowledge
  ) -> (tests: CompiledUnaryTests?, isFaulty: Bool) {
    guard
      let compiled = tests(
        syntax, of: input.type, mayBeNull: input.mayBeNull, known, input: (input.text, input.type))
    else {
      return (nil, true)
    }
    return (compiled.isAny ? nil : compiled, false)
  }

  /// Tests of a value; `nil` with a fault.
  mutating func tests(
    _ syntax: ExpressionSyntax, of type: ValueType, mayBeNull: Bool, _ known: Knowledge,
    input: (name: String, type: ValueType)? = nil
  ) -> CompiledUnaryTests? {
    do throws(CompilationFailure) {
      let compiled = try FEELCompiler.compile(
        unaryTests: syntax.text, of: type, inputMayBeNull: mayBeNull, in: scope(known))
      note(compiled.slots, at: syntax.place, known)
      return reportSpans(SpanCheck.slips(in: compiled.syntax), in: syntax) ? nil : compiled
    } catch {
      let scope = scope(known)
      report(error, in: syntax, of: input) {
        (try? FEELCompiler.compile(unaryTests: $0, of: type, inputMayBeNull: mayBeNull, in: scope)) != nil
      }
      return nil
    }
  }

  private mutating func note(_ slots: [Int], at place: Place, _ known: Knowledge) {
    let moment = facts.entries.count..<facts.entries.count + EntryMoment.variables.count
    for slot in slots {
      if slot < moment.lowerBound { readFact(slot, at: place, known) }
      if moment.contains(slot) { readsMoment = true }
    }
  }

  /// A fact is read at a place; a warning where nothing can have set it before.
  mutating func readFact(_ slot: Int, at place: Place, _ known: Knowledge) {
    read.insert(slot)
    mentioned.insert(slot)
    if let branch = foreign[slot], reportedForeign.insert(slot).inserted {
      report(.readsOtherBranch, at: place, ["name": facts.names[slot], "branch": branch])
    }
    guard !known.settable.contains(slot), reportedUnset.insert(slot).inserted else { return }
    report(
      written.contains(slot) ? .factReadBeforeSet : .factNeverSet, at: place, ["name": facts.names[slot]],
      related: [.init(.declared, at: facts[slot].syntax.name.place)])
  }

  /// Whether a condition that may be null is, unless trying all cases shows that it is decided after all.
  private mutating func isUndecided(_ compiled: CompiledExpression, _ scope: Scope) -> Bool {
    let analysis = budgeted(CaseAnalysis(variables: scope.variables, conditions: [compiled]))
    if case .none = analysis.undecided() { return false }
    return true
  }

  private mutating func reportUndecided(
    _ compiled: CompiledExpression, _ syntax: ExpressionSyntax, _ scope: Scope
  ) {
    let causes = compiled.causesOfNull.map { scope.variables[$0] }
    let remedy = Remedy(for: compiled, because: causes.first)
    report(
      .conditionUndecided, at: syntax.place,
      [
        "facts": causes.map(\.name).joined(separator: ", "), "fact": causes.first?.name ?? "",
        "as_no": syntax.written(remedy.asNo), "as_yes": syntax.written(remedy.asYes),
      ])
  }

  /// Whether a condition is true or false whatever is known.
  mutating func isDecided(_ compiled: CompiledExpression, _ known: Knowledge) -> Bool {
    if !compiled.mayBeNull { return true }
    let analysis = budgeted(CaseAnalysis(variables: variables(known), conditions: [compiled]))
    if case .none = analysis.undecided() { return true }
    return false
  }

  /// What is wrong with an expression. Where it is all of signs, words or quotes of other languages, that is said once, with the
  /// whole expression as it has to be written; `isMended` compiles that.
  private mutating func report(
    _ failure: CompilationFailure, in syntax: ExpressionSyntax,
    of input: (name: String, type: ValueType)? = nil,
    isMended: (String) -> Bool
  ) {
    let known = facts.entries.map { (name: $0.syntax.name.value, type: $0.type) }
    let repair = ExpressionRepair(syntax.text, facts: known, input: input)
    if let repair {
      for name in ExpressionTokens.tokens(of: repair.text, joining: []).map(\.text) {
        if let slot = facts.slot(of: name) { mentioned.insert(slot) }
      }
      if isMended(repair.text) { return report(repair, in: syntax) }
    }
    for fault in failure.faults {
      switch fault.kind {
      case .unknownName(let name, _):
        if let slot = facts.slot(of: name) { mentioned.insert(slot) }
        if let repair, repair.first.found == name {
          report(repair, in: syntax)
        } else {
          report(fault, in: syntax)
        }
      case .unknownFunction(let name, _) where WorkCalendar.functionNames.contains(name):
        report(.calendarMissing, at: syntax.place(of: fault.range))
      case .unknownFunction(let name, _) where EntryMoment.functions.contains(name):
        report(.clockRead, at: syntax.place(of: fault.range), ["name": name])
      case .invalidCharacter, .unterminatedString, .unterminatedComment, .unexpectedToken:
        // Where the text itself cannot be read, nothing more can be said of it.
        if let repair { return report(repair, in: syntax) }
        return report(fault, in: syntax)
      default: report(fault, in: syntax)
      }
    }
  }

  private mutating func report(_ fault: Fault, in syntax: ExpressionSyntax) {
    var words = fault.words
    if case .choiceOrdered(let operation, _, _) = fault.kind, let list = words["instead"] {
      words["instead"] = syntax.written(syntax.text(listing: list, insteadOf: operation, in: fault.range))
    }
    report(fault.code, at: syntax.place(of: fault.range), words)
  }

  private mutating func report(_ repair: ExpressionRepair, in syntax: ExpressionSyntax) {
    let first = repair.first
    let instead = syntax.written(repair.text)
    let words: [String: String] =
      switch first.code {
      case .valueWithoutQuotes: ["name": first.found, "fact": first.meaning, "instead": instead]
      case .booleanAsWord: ["name": first.found, "boolean": first.meaning, "instead": instead]
      default: ["found": first.found, "instead": instead]
      }
    report(first.code, at: syntax.place(of: first.range), words)
  }
}

extension ExpressionSyntax {
  /// The whole expression with the values of a scale listed where it compares them by an operation.
  fileprivate func text(listing list: String, insteadOf operation: String, in range: Range<Int>) -> String {
    let bytes = Array(text.utf8)
    let compared = String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    let before = compared.firstRange(of: operation).map { String(compared[..<$0.lowerBound]) } ?? ""
    let listed =
      before.allSatisfy(\.isWhitespace) ? String(list.dropFirst().dropLast()) : before + "in " + list
    return String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + listed
      + String(decoding: bytes[min(range.upperBound, bytes.count)...], as: UTF8.self)
  }

  /// Another text in its place as it has to be written in the file.
  func written(_ other: String) -> String {
    let isPlain = place.end.offset - place.start.offset == text.utf8.count
    // Where brackets stand without quotes already, they may again.
    if isPlain, text.contains("[") || text.contains(","), let first = other.first, first.isLetter {
      return other
    }
    return ScalarWriting.plainOrQuoted(other)
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
