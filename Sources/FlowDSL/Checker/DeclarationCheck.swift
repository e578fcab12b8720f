import FEEL

/// What is declared and what of it is used.
extension Elaboration {
  /// Values that facts are limited to, by slot.
  mutating func compileAllowed() {
    for (slot, fact) in facts.entries.enumerated() {
      guard let syntax = fact.syntax.allowed else { continue }
      do throws(CompilationFailure) {
        let tests = try FEELCompiler.compile(
          unaryTests: syntax.text, of: fact.type, inputMayBeNull: false)
        allowed[slot] = tests
        checkAllowed(tests, of: fact, syntax)
      } catch {
        for fault in error.faults { report(fault.code, at: syntax.place(of: fault.range), fault.words) }
      }
    }
  }

  /// The facts as a program holds them.
  func compiledFacts() -> [Fact] {
    facts.entries.enumerated().map { slot, entry in
      let syntax = entry.syntax
      let labels = syntax.labels.isEmpty ? signature.types.labels(of: syntax.type) : syntax.labels
      return Fact(
        name: syntax.name.value, type: entry.type, about: syntax.about?.value ?? .case,
        see: syntax.see.map(\.value), title: syntax.title?.words,
        labels: Dictionary(labels.map { ($0.name.value, $0.text.words) }) { first, _ in first },
        unit: syntax.unit?.value, allowed: allowed[slot])
    }
  }

  /// Declarations that name nothing, clash, or are of no use.
  mutating func checkDeclarations() {
    checkSteps()
    checkInterface()
    // What the folder shares is checked there, once.
    for (slot, fact) in facts.entries.enumerated() where flow.declares(fact.syntax) {
      diagnostics += LabelCheck.check(fact.syntax.labels, of: fact.type)
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
