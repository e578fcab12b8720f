import DMN
import FEEL

/// Decisions of DMN models (grammar, section 8.3).
extension Elaboration {
  /// A decision of a model with what it is handed, checked against the facts.
  mutating func modelDecision(
    _ syntax: ModelDecisionSyntax, _ slots: [Int?], _ known: inout Knowledge
  ) -> ModelDecision? {
    // Until more is known, each output may be null.
    for slot in slots.compactMap(\.self) { known.set(slot, maybeNull: true) }
    guard let plain = model(syntax, knowing: nil) else { return nil }
    let name = syntax.decision.value
    guard let signature = plain.signature(ofDecision: name) else {
      report(
        .unknownDecision, at: syntax.decision.place,
        [
          "name": name, "model": syntax.model.value, "known": plain.decisions.joined(separator: ", "),
          "nearest": Nearest.name(to: name, among: plain.decisions) ?? "",
        ])
      return nil
    }
    if report(signature, of: syntax) { return nil }
    let inputs = inputs(syntax, signature, known)
    guard inputs.count == signature.inputs.count else { return nil }
    let variables = inputs.map { Variable(name: $0.name, type: $0.value.type, mayBeNull: $0.value.mayBeNull) }
    guard let model = model(syntax, knowing: variables), let narrow = model.signature(ofDecision: name),
      check(narrow, against: slots, syntax, &known)
    else { return nil }
    var entries: [String]?
    if case .entries(let outputs) = syntax.outputs { entries = outputs.map(\.entry.value) }
    return ModelDecision(
      file: syntax.model.value, decision: name, model: model, inputs: inputs, entries: entries)
  }

  /// The model of a step, compiled with its imports; nil, with a diagnostic, where it is none.
  private mutating func model(
    _ syntax: ModelDecisionSyntax, knowing inputs: [Variable]?
  ) -> DecisionModel? {
    let file = syntax.model.value
    do throws(ModelFault) {
      guard let definitions = try surroundings.models[file]?.get() else {
        if !surroundings.broken.contains(file) {
          report(
            .unknownModel, at: syntax.model.place,
            [
              "name": file, "known": surroundings.models.names.joined(separator: ", "),
              "nearest": Nearest.name(to: file, among: surroundings.models.names) ?? "",
            ])
        }
        return nil
      }
      return try DecisionModel(definitions, imports: surroundings.models.imports(of: file), knowing: inputs)
    } catch {
      report([ModelDiagnostics(surroundings.models.source).diagnostic(of: error)], usedAt: syntax.model.place)
      return nil
    }
  }

  /// Reports what is wrong with the logic of a decision; gives whether anything is.
  private mutating func report(_ signature: DecisionSignature, of syntax: ModelDecisionSyntax) -> Bool {
    let model = ModelDiagnostics(surroundings.models.source)
    let found = signature.faults + signature.undeclared
    report(found.flatMap { model.diagnostics(of: $0) }, usedAt: syntax.decision.place)
    return !signature.faults.isEmpty || !signature.notApplicable.isEmpty
  }

  /// Reports what is wrong inside a model, once, with the place in the flow that uses it.
  private mutating func report(_ found: [Diagnostic], usedAt place: Place) {
    for diagnostic in found
    where !diagnostics.contains(where: { $0.code == diagnostic.code && $0.place == diagnostic.place }) {
      diagnostics.append(diagnostic.used(at: place))
    }
  }

  /// The value of each input data that the decision requires: as written, or the fact of the same name.
  private mutating func inputs(
    _ syntax: ModelDecisionSyntax, _ signature: DecisionSignature, _ known: Knowledge
  ) -> [(name: String, value: CompiledExpression)] {
    let names = signature.inputs.map(\.name)
    let taken = Set(names + signature.inputs.map(\.elementName))
    for input in syntax.inputs where !taken.contains(input.name.value) {
      report(
        .unknownModelInput, at: input.name.place,
        [
          "name": input.name.value, "decision": syntax.decision.value,
          "known": names.joined(separator: ", "),
          "nearest": Nearest.name(to: input.name.value, among: names) ?? "",
        ])
      _ = expression(input.expression, expecting: .any, known)
    }
    return signature.inputs.compactMap { input in
      guard let written = written(input, in: syntax),
        let value = expression(written, expecting: .any, known)
      else { return nil }
      guard input.accepts(value.type) || value.type == .null else {
        report(
          .modelInputType, at: written.place,
          ["name": input.name, "expected": input.type.written, "found": value.type.written])
        return nil
      }
      return (input.name, value)
    }
  }

  /// The expression of an input: as written, or the fact that bears its name.
  private mutating func written(
    _ input: DecisionSignature.Input, in syntax: ModelDecisionSyntax
  ) -> ExpressionSyntax? {
    // An input of an imported model may be handed what another one of its name is.
    for name in [input.name, input.elementName] {
      if let written = syntax.inputs.first(where: { $0.name.value == name }) { return written.expression }
    }
    let fact = Names.suggestion(for: input.elementName, joint: "_")
    for name in [input.elementName, fact] where facts.slot(of: name) != nil {
      return ExpressionSyntax(text: name, place: syntax.decision.place, runs: [])
    }
    report(
      .modelInputMissing, at: syntax.decision.place,
      ["name": input.name, "decision": syntax.decision.value, "fact": fact])
    return nil
  }

  /// Checks that the facts can take what the decision gives, and notes which of them may be null.
  private mutating func check(
    _ signature: DecisionSignature, against slots: [Int?], _ syntax: ModelDecisionSyntax,
    _ known: inout Knowledge
  ) -> Bool {
    switch syntax.outputs {
    case .whole(let fact):
      guard let slot = slots[0] else { return false }
      return take(
        signature.result, mayBeNull: signature.mayBeNull, slot, at: fact.place, syntax, &known)
    case .entries(let outputs):
      var isWhole = true
      for (output, slot) in zip(outputs, slots) {
        guard let type = entry(output.entry, of: signature.result, syntax) else {
          isWhole = false
          continue
        }
        let mayBeNull = signature.mayBeNull || !signature.certainEntries.contains(output.entry.value)
        let fits = slot.map {
          take(type, mayBeNull: mayBeNull, $0, at: output.fact.place, syntax, &known)
        }
        isWhole = isWhole && fits == true
      }
      return isWhole
    }
  }

  /// The type of an entry of the result; nil, with a diagnostic, where there is no such entry.
  private mutating func entry(
    _ name: Located<String>, of result: ValueType, _ syntax: ModelDecisionSyntax
  ) -> ValueType? {
    guard case .context(let fields) = result else {
      report(
        .resultWithoutEntries, at: name.place,
        ["decision": syntax.decision.value, "found": result.written])
      return nil
    }
    if let field = fields.first(where: { $0.name == name.value }) { return field.type }
    let known = fields.map(\.name)
    report(
      .unknownEntry, at: name.place,
      [
        "name": name.value, "decision": syntax.decision.value, "known": known.joined(separator: ", "),
        "nearest": Nearest.name(to: name.value, among: known) ?? "",
      ])
    return nil
  }

  /// A fact takes a result; says where it cannot, and where it may get null.
  private mutating func take(
    _ type: ValueType, mayBeNull: Bool, _ slot: Int, at place: Place, _ syntax: ModelDecisionSyntax,
    _ known: inout Knowledge
  ) -> Bool {
    known.set(slot, maybeNull: mayBeNull)
    let declared = facts[slot].type
    let arguments = ["decision": syntax.decision.value, "name": facts.names[slot]]
    if type == .any {
      report(
        .resultTypeUnknown, at: syntax.decision.place, ["decision": syntax.decision.value])
      return false
    }
    guard type.conforms(to: declared) || declared == .any else {
      report(
        .modelResultType, at: place,
        arguments.merging(["expected": declared.written, "found": type.written]) { own, _ in own },
        related: [.init(.declared, at: facts[slot].syntax.type.place)])
      return false
    }
    if mayBeNull { report(.resultMayBeNull, at: syntax.decision.place, arguments) }
    return true
  }
}

extension Diagnostic {
  /// The same, with the place in a flow that uses what it is about.
  fileprivate func used(at place: Place) -> Diagnostic {
    Diagnostic(
      code, at: self.place, arguments, related: related + [.init(.used, at: place)], severity: severity)
  }
}
