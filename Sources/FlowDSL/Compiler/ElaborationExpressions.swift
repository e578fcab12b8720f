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
    _ syntax: ExpressionSyntax, expecting type: ValueType, _ known: Knowledge, extra: [Variable] = [],
    mustBeDecided: Bool = false
  ) -> CompiledExpression? {
    do throws(CompilationFailure) {
      let compiled = try FEELCompiler.compile(
        expression: syntax.text, in: scope(known, extra: extra), expecting: type)
      note(compiled.slots, at: syntax.place, known)
      return reportSpans(SpanCheck.slips(in: compiled.syntax), in: syntax) ? nil : compiled
    } catch {
      let scope = scope(known, extra: extra)
      let taking = facts.entries.first { $0.type == type }.map { (name: $0.syntax.name.value, type: type) }
      report(error, in: syntax, of: type == .boolean ? nil : taking, mustBeDecided ? scope : nil) {
        (try? FEELCompiler.compile(expression: $0, in: scope, expecting: type)) != nil
      }
      return nil
    }
  }

  /// A condition: true or false whatever is known and unknown, unless it `mayBeUndecided`.
  mutating func condition(
    _ syntax: ExpressionSyntax, _ known: Knowledge, mayBeUndecided: Bool = false, extra: [Variable] = []
  ) -> CompiledExpression? {
    guard
      let compiled = expression(
        syntax, expecting: .boolean, known, extra: extra, mustBeDecided: !mayBeUndecided)
    else { return nil }
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
    let remedy = remedy(for: compiled, scope)
    report(
      .conditionUndecided, at: syntax.place,
      [
        "facts": causes.map(\.name).joined(separator: ", "), "fact": causes.first?.name ?? "",
        "as_no": syntax.written(remedy.asNo), "as_yes": syntax.written(remedy.asYes),
      ])
  }

  /// What decides an undecided condition: by the fact that leaves it open where that is enough, else by its own outcome.
  private mutating func remedy(for compiled: CompiledExpression, _ scope: Scope) -> Remedy {
    let remedy = Remedy(for: compiled, because: compiled.causesOfNull.first.map { scope.variables[$0] })
    let isEnough = [remedy.asNo, remedy.asYes].allSatisfy { text in
      guard let decided = try? FEELCompiler.compile(expression: text, in: scope, expecting: .boolean) else {
        return false
      }
      return !decided.mayBeNull || !isUndecided(decided, scope)
    }
    return isEnough ? remedy : Remedy(for: compiled, because: nil)
  }

  /// Whether a condition is true or false whatever is known.
  mutating func isDecided(_ compiled: CompiledExpression, _ known: Knowledge) -> Bool {
    if !compiled.mayBeNull { return true }
    let analysis = budgeted(CaseAnalysis(variables: variables(known), conditions: [compiled]))
    if case .none = analysis.undecided() { return true }
    return false
  }

  /// What is wrong with an expression. Where it is all of signs, words or quotes of other languages, or of values written as by
  /// hand, that is said once, with the whole expression as it has to be written; `isMended` compiles that. What is told to be
  /// written is decided, where it has to be: `scope` is that of a condition.
  private mutating func report(
    _ failure: CompilationFailure, in syntax: ExpressionSyntax,
    of input: (name: String, type: ValueType)? = nil, _ scope: Scope? = nil,
    isMended: (String) -> Bool
  ) {
    let known = facts.entries.map { (name: $0.syntax.name.value, type: $0.type) }
    let repair = ExpressionRepair(syntax.text, facts: known, input: input)
    let written =
      failure.faults.contains { $0.kind.isOfScales } ? [] : ExpressionRewriting.candidates(for: syntax.text)
    let repaired = written.compactMap { ExpressionRepair($0, facts: known, input: input)?.text }
    let meant =
      (repair.map { [$0.text] + written + ExpressionRewriting.candidates(for: $0.text) } ?? written)
      + repaired
    for text in meant {
      for name in ExpressionTokens.tokens(of: text, joining: []).map(\.text) {
        if let slot = facts.slot(of: name) { mentioned.insert(slot) }
      }
    }
    if let text = meant.first(where: isMended) {
      let instead = instead(text, for: syntax, scope)
      if let repair { return report(repair, instead, in: syntax) }
      let range = syntax.text.range(unlike: text)
      let found = String(decoding: Array(syntax.text.utf8)[range], as: UTF8.self)
      return report(
        .writtenOtherwise, at: syntax.place(of: range),
        ["found": found].merging(instead) { first, _ in first })
    }
    var told: Set<Range<Int>> = []
    for fault in failure.faults where told.insert(fault.range).inserted {
      if reportNotAFact(fault, in: syntax, told) { continue }
      switch fault.kind {
      case .unknownName(let name, _):
        if let slot = facts.slot(of: name) { mentioned.insert(slot) }
        if let repair, repair.first.found == name {
          report(repair, ["instead": syntax.written(repair.text)], in: syntax)
        } else {
          report(fault, in: syntax)
        }
      case .unknownFunction(let name, _) where WorkCalendar.functionNames.contains(name):
        report(.calendarMissing, at: syntax.place(of: fault.range))
      case .unknownFunction(let name, _) where EntryMoment.functions.contains(name):
        report(.clockRead, at: syntax.place(of: fault.range), ["name": name])
      case .invalidCharacter, .unterminatedString, .unterminatedComment, .unexpectedToken:
        // Where the text itself cannot be read, nothing more can be said of it.
        if let repair { return report(repair, ["instead": syntax.written(repair.text)], in: syntax) }
        return report(fault, in: syntax)
      default: report(fault, in: syntax)
      }
    }
  }

  /// A name that is that of a step or an item, or of a flag that no factor sets, is told as such: once, also where a hyphen
  /// parts it.
  private mutating func reportNotAFact(
    _ fault: Fault, in syntax: ExpressionSyntax, _ told: Set<Range<Int>>
  ) -> Bool {
    guard case .unknownName(let name, _) = fault.kind else { return false }
    if name == "flags" || name.hasPrefix("flags.") {
      let flags = flow.steps.flatMap(\.all).flatMap(\.factors)
        .compactMap { $0.flag.map { "flags." + $0.value } }
        .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      report(
        .unknownFlag, at: syntax.place(of: fault.range),
        [
          "name": name, "nearest": flags.count == 1 ? flags[0] : Nearest.name(to: name, among: flags) ?? "",
          "known": flags.joined(separator: ", "),
        ])
      return true
    }
    var owners: [String: String] = [:]
    for step in flow.steps.flatMap(\.all) {
      owners[step.name.value] = ""
      for item in step.items { owners[item.value] = step.name.value }
    }
    let joined = ExpressionTokens.tokens(of: syntax.text, joining: Set(owners.keys))
    guard
      let token = joined.first(where: {
        $0.range.contains(fault.range.lowerBound) && $0.kind == .word && owners[$0.text] != nil
      })
    else { return false }
    if told.contains(where: { token.range.contains($0.lowerBound) && $0 != fault.range }) { return true }
    report(
      .notAFact, at: syntax.place(of: token.range), ["name": token.text, "step": owners[token.text] ?? ""])
    return true
  }

  private mutating func report(_ fault: Fault, in syntax: ExpressionSyntax) {
    var words = fault.words
    if case .choiceOrdered(let operation, _, _) = fault.kind, let list = words["instead"] {
      words["instead"] = syntax.written(syntax.text(listing: list, insteadOf: operation, in: fault.range))
    }
    report(fault.code, at: syntax.place(of: fault.range), words)
  }

  /// What is told to be written: the text, or, where that would be undecided, the two ways to decide it.
  private mutating func instead(
    _ text: String, for syntax: ExpressionSyntax, _ scope: Scope?
  ) -> [String: String] {
    guard let scope,
      let compiled = try? FEELCompiler.compile(expression: text, in: scope, expecting: .boolean),
      compiled.mayBeNull, isUndecided(compiled, scope)
    else { return ["instead": syntax.written(text)] }
    let remedy = remedy(for: compiled, scope)
    return ["as_no": syntax.written(remedy.asNo), "as_yes": syntax.written(remedy.asYes)]
  }

  private mutating func report(
    _ repair: ExpressionRepair, _ instead: [String: String], in syntax: ExpressionSyntax
  ) {
    let first = repair.first
    let words: [String: String] =
      switch first.code {
      case .valueWithoutQuotes: ["name": first.found, "fact": first.meaning]
      case .booleanAsWord: ["name": first.found, "boolean": first.meaning]
      default: ["found": first.found]
      }
    report(
      first.code, at: syntax.place(of: first.range), words.merging(instead) { first, _ in first })
  }
}

extension Fault.Kind {
  /// Whether it is about the order of a scale, which is told with the values that are meant.
  fileprivate var isOfScales: Bool {
    switch self {
    case .choiceOrdered, .notAChoice: true
    default: false
    }
  }
}

extension String {
  /// The UTF-8 offsets of the words in which it is unlike another.
  fileprivate func range(unlike other: String) -> Range<Int> {
    let (mine, others) = (Array(utf8), Array(other.utf8))
    var lower = zip(mine, others).prefix { $0 == $1 }.count
    let rest = min(mine.count, others.count) - lower
    var upper = mine.count - zip(mine.reversed(), others.reversed()).prefix(rest).prefix { $0 == $1 }.count
    func isPart(_ byte: UInt8) -> Bool { byte >= 0x80 || !" ,()[]=<>".utf8.contains(byte) }
    while lower > 0, lower == mine.count || isPart(mine[lower]) || lower == upper, isPart(mine[lower - 1]) {
      lower -= 1
    }
    while upper < mine.count, isPart(mine[upper]), upper == lower || isPart(mine[upper - 1]) { upper += 1 }
    // A sign alone says little: the words at both sides are shown too.
    if mine[lower..<max(lower, upper)].allSatisfy({ !isPart($0) }) {
      while lower > 0, isPart(mine[lower - 1]) { lower -= 1 }
      while upper < mine.count, mine[upper] == 0x20 { upper += 1 }
      while upper < mine.count, isPart(mine[upper]) { upper += 1 }
    }
    return lower < upper ? lower..<upper : 0..<mine.count
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

extension StepSyntax {
  /// The factors of a grid.
  fileprivate var factors: [FactorSyntax] {
    if case .assess(let assess) = kind { assess.risk + assess.safety } else { [] }
  }

  /// What is done or told item by item.
  fileprivate var items: [Located<String>] {
    switch kind {
    case .do(let items): items.map(\.name)
    case .inform(let inform): inform.tell.map(\.name)
    default: []
    }
  }
}
