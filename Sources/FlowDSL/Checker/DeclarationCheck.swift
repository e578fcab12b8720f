import FEEL

/// What is declared and what of it is used.
extension Elaboration {
  /// Values that facts are limited to, by slot.
  mutating func compileAllowed() {
    for (slot, fact) in facts.entries.enumerated() {
      guard let syntax = fact.syntax.allowed else { continue }
      let known = Knowledge(certain: [], settable: Set(facts.entries.indices))
      allowed[slot] = tests(syntax, of: fact.type, mayBeNull: false, known)
      if let tests = allowed[slot] { checkAllowed(tests, of: fact, syntax) }
      bounds[slot] = allowed[slot].map { bounds(of: $0, fact.type) }
      // An answer is held against the moment once: when only time passes, nothing of it is looked at again.
      readsMoment = false
    }
  }

  /// The facts as a program holds them.
  func compiledFacts() -> [Fact] {
    facts.entries.enumerated().map { slot, entry in
      let syntax = entry.syntax
      let labels = syntax.labels + signature.types.labels(of: syntax.type)
      return Fact(
        name: syntax.name.value, type: entry.type, about: syntax.about?.value ?? .case,
        see: syntax.see.map(\.value), title: syntax.title?.words,
        labels: Dictionary(labels.map { ($0.name.value, $0.text.words) }) { first, _ in first },
        unit: syntax.unit?.words, allowed: allowed[slot],
        bounds: bounds[slot] ?? [])
    }
  }

  /// The ends that other facts or the moment give: of one comparison, of a range, or of comparisons with `?` joined by `and`.
  private mutating func bounds(of tests: CompiledUnaryTests, _ type: ValueType) -> [Bound] {
    guard !tests.slots.isEmpty, case .oneOf(let written) = tests.syntax.kind, written.count == 1 else {
      return []
    }
    let scope = scope(Knowledge(certain: [], settable: []))
    return written[0].ends.compactMap { comparison, end in
      let text = end.description
      guard comparison.isOrdering,
        let compiled = try? FEELCompiler.compile(expression: text, in: scope), !compiled.slots.isEmpty,
        let tests = try? FEELCompiler.compile(
          unaryTests: "\(comparison.rawValue) (\(text))", of: type, inputMayBeNull: false, in: scope)
      else { return nil }
      var source = Bound.Source.expression
      if case .name = end.kind, let slot = compiled.slots.first {
        source = slot < facts.entries.count ? .fact(slot) : .moment
      }
      return Bound(comparison: comparison, end: compiled, tests: tests, source: source)
    }
  }

  /// Declarations that name nothing, clash, or are of no use.
  mutating func checkDeclarations() {
    checkSteps()
    checkInterface()
    checkAgreementsRead()
    checkPlacesShown()
    // What the folder shares is checked there, once.
    for (slot, fact) in facts.entries.enumerated() where flow.declares(fact.syntax) {
      diagnostics += LabelCheck.check(fact.syntax.labels, of: fact.type)
      if surroundings.isThorough, let unit = fact.syntax.unit,
        ![.number, .list(.number), .any].contains(fact.type)
      {
        report(
          .unitNotNumber, at: unit.place, ["name": fact.syntax.name.value, "found": fact.type.written])
      }
      checkViewers(fact.syntax.see)
      if !mentioned.contains(slot) {
        report(.unusedFact, at: fact.syntax.name.place, ["name": fact.syntax.name.value])
      }
    }
    for type in flow.types {
      var resolver = signature.types
      diagnostics += LabelCheck.check(type.labels, of: resolver.type(of: type.type))
      if !signature.types.used.contains(type.name.value) {
        report(.unusedType, at: type.name.place, ["name": type.name.value])
      }
    }
  }

  private mutating func checkSteps() {
    for (step, first) in outline.repeated {
      let name = outline.entries[step].syntax.name
      report(
        .duplicateStep, at: name.place, ["name": name.value],
        related: [.init(.first, at: outline.entries[first].syntax.name.place)])
    }
    guard let last = flow.steps.last else { return }
    if case .end = last.kind, last.when == nil { return }
    report(.lastStepNotEnd, at: last.name.place, ["name": last.name.value])
  }

  /// Where nothing reads whether two persons agreed, their disagreement changes nothing.
  private mutating func checkAgreementsRead() {
    guard surroundings.isThorough else { return }
    for step in flow.steps.flatMap(\.all) {
      guard let result = step.agree?.result, let slot = facts.slot(of: result.value), !read.contains(slot),
        !signature.gives.contains(slot)
      else { continue }
      report(.agreementNotRead, at: result.place, ["name": result.value, "step": step.name.value])
    }
  }

  /// Places for facts in texts in which none is filled in: the braces would be shown.
  private mutating func checkPlacesShown() {
    guard surroundings.isThorough else { return }
    for words in flow.textsWithoutPlaces.flatMap({ $0.entries.map(\.words) }) where words.value.contains("{{")
    {
      let (parts, _) = PlaceholderParser.parse(
        ExpressionSyntax(text: words.value, place: words.place, runs: []))
      guard let name = parts.lazy.compactMap(\.name).first else { continue }
      report(.placeholderShown, at: words.place, ["found": "{{\(name.value)}}"])
      mentioned.formUnion(facts.slot(of: name.value).map { [$0] } ?? [])
    }
  }

  private mutating func checkInterface() {
    for name in flow.takes + flow.gives { _ = slot(of: name) }
    for (name, slot) in flow.gives.compactMap({ name in facts.slot(of: name.value).map { (name, $0) } })
    where !written.contains(slot) && reportedUnset.insert(slot).inserted {
      report(
        .factNeverSet, at: name.place, ["name": name.value],
        related: [.init(.declared, at: facts[slot].syntax.name.place)])
    }
  }

  private mutating func checkViewers(_ viewers: [Located<String>]) {
    for viewer in viewers where viewer.value != Document.person { checkRecipient(viewer) }
  }
}

extension Expression {
  /// The ends that a test sets to what is tested, in the order of the text.
  fileprivate var ends: [(ComparisonOperator, Expression)] {
    switch kind {
    case .comparison(let comparison, let end): return [(comparison, end)]
    case .range(let low, let includesLow, let high, let includesHigh):
      let ends: [(ComparisonOperator, Expression)] = [
        (includesLow ? .greaterOrEqual : .greater, low), (includesHigh ? .lessOrEqual : .less, high),
      ]
      return ends.filter { $0.1.kind != .null }
    case .binary(.and, let left, let right): return left.ends + right.ends
    case .binary(.comparison(let comparison), let left, let right) where left.kind == .name("?"):
      return [(comparison, right)]
    default: return []
    }
  }
}

extension TemplateSyntax.Part {
  /// The fact that stands here.
  fileprivate var name: Located<String>? {
    if case .fact(let name) = self { name } else { nil }
  }
}

extension FlowSyntax {
  /// What people read besides what is read at a step.
  fileprivate var textsWithoutPlaces: [TextSyntax] {
    var texts = [title] + [summary, notice].compactMap(\.self)
    texts += roles.map(\.text) + types.flatMap(\.labels).map(\.text)
    texts += facts.flatMap { [$0.title, $0.unit].compactMap(\.self) + $0.labels.map(\.text) }
    texts += interrupts.flatMap { [$0.title].compactMap(\.self) + $0.report.map(\.text) }
    texts += needs.map(\.title) + guarantees.flatMap(\.notes.texts)
    for step in steps.flatMap(\.all) {
      switch step.kind {
      case .assess(let assess): texts += (assess.risk + assess.safety).compactMap(\.title)
      case .together(let branches): texts += branches.compactMap(\.title)
      default: break
      }
    }
    return texts
  }
}
