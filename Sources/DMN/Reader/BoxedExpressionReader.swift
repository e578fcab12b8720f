/// The elements that are expressions.
extension MarkupElement {
  /// The expressions directly inside, in order.
  func expressions() throws(ModelFault) -> [BoxedExpression] {
    var expressions: [BoxedExpression] = []
    for child in children where child.namespace == namespace {
      if let expression = try child.expression() { expressions.append(expression) }
    }
    return expressions
  }

  /// The one expression inside a child that must be there.
  fileprivate func expression(in child: String) throws(ModelFault) -> BoxedExpression {
    try required(child: child).onlyExpression()
  }

  fileprivate func onlyExpression() throws(ModelFault) -> BoxedExpression {
    guard let expression = try expressions().first else {
      throw .missingElement("literalExpression", element: name, place)
    }
    return expression
  }

  /// This element as an expression; nil when it is none.
  private func expression() throws(ModelFault) -> BoxedExpression? {
    guard let kind = try expressionKind() else { return nil }
    var start = place
    if case .literal(let written) = kind { start = written.place }
    return BoxedExpression(kind: kind, typeName: typeName, place: start)
  }

  private func expressionKind() throws(ModelFault) -> BoxedExpression.Kind? {
    switch name {
    case "literalExpression": return .literal(literal)
    case "context": return .context(try contextEntries())
    case "list": return .list(try expressions())
    case "relation":
      var rows: [[BoxedExpression]] = []
      for row in children("row") { rows.append(try row.expressions()) }
      return .relation(columns: try namedTypes("column"), rows: rows)
    case "invocation": return try invocation()
    case "functionDefinition": return .function(try FunctionDefinition(self))
    case "conditional":
      return .conditional(
        try expression(in: "if"), then: try expression(in: "then"), else: try expression(in: "else"))
    case "filter": return .filter(try expression(in: "in"), match: try expression(in: "match"))
    case "for":
      return .iteration(
        variable: try iterator(), in: try expression(in: "in"), return: try expression(in: "return"))
    case "some", "every":
      return .quantified(
        name == "some" ? .some : .every, variable: try iterator(), in: try expression(in: "in"),
        satisfies: try expression(in: "satisfies"))
    case "decisionTable": return .table(try TableDefinition(self))
    default: return nil
    }
  }

  /// The text of a literal expression. One that lies in another file is in the language of that file.
  private var literal: WrittenText {
    if let written = writtenText(of: "text") { return written }
    let language = child("importedValues").flatMap { $0.foreignLanguage ?? $0["importType"] }
    return WrittenText(text: "", place: place, foreignLanguage: language)
  }

  private func iterator() throws(ModelFault) -> NamedType {
    NamedType(name: try required("iteratorVariable").trimmed, typeName: child("in")?.typeName)
  }

  private func contextEntries() throws(ModelFault) -> [BoxedExpression.ContextEntry] {
    var entries: [BoxedExpression.ContextEntry] = []
    for entry in children("contextEntry") {
      let variable = try entry.child("variable")?.namedType()
      entries.append(.init(variable: variable, value: try entry.onlyExpression()))
    }
    return entries
  }

  private func invocation() throws(ModelFault) -> BoxedExpression.Kind {
    var bindings: [BoxedExpression.Binding] = []
    for binding in children("binding") {
      bindings.append(
        .init(
          parameter: try binding.required(child: "parameter").namedType(),
          value: try binding.onlyExpression()))
    }
    return .invocation(try onlyExpression(), bindings)
  }
}

extension FunctionDefinition {
  /// From `functionDefinition` or `encapsulatedLogic`.
  init(_ element: MarkupElement) throws(ModelFault) {
    let word = element["kind"] ?? Kind.feel.rawValue
    guard let kind = Kind(rawValue: word) else {
      throw .unknownWord(word, attribute: "kind", element.place)
    }
    self.kind = kind
    parameters = try element.namedTypes("formalParameter")
    body = try element.expressions().first
  }
}

extension TableDefinition {
  init(_ element: MarkupElement) throws(ModelFault) {
    hitPolicy = try HitPolicy(element)
    var inputs: [Input] = []
    for input in element.children("input") {
      let expression = input.child("inputExpression")
      inputs.append(
        Input(
          label: input["label"],
          expression: expression?.writtenText(of: "text")
            ?? WrittenText(text: input["label"] ?? "", place: input.place, foreignLanguage: nil),
          typeName: expression?.typeName, allowed: input.child("inputValues")?.writtenText(of: "text"),
          place: (expression ?? input).place))
    }
    var outputs: [Output] = []
    for output in element.children("output") {
      outputs.append(
        Output(
          name: output["name"]?.trimmed, typeName: output.typeName,
          values: output.child("outputValues")?.writtenText(of: "text"),
          defaultEntry: output.child("defaultOutputEntry")?.writtenText(of: "text"), place: output.place))
    }
    guard !outputs.isEmpty else { throw .missingElement("output", element: element.name, element.place) }
    var rules: [Rule] = []
    for (place, rule) in element.children("rule").enumerated() {
      let tests = rule.children("inputEntry").map { entry in
        entry.writtenText(of: "text") ?? WrittenText(text: "-", place: entry.place, foreignLanguage: nil)
      }
      let results = rule.children("outputEntry").map { entry in
        entry.writtenText(of: "text") ?? WrittenText(text: "", place: entry.place, foreignLanguage: nil)
      }
      guard tests.count == inputs.count, results.count == outputs.count else {
        throw .wrongEntryCount(
          rule: place + 1, expected: inputs.count + outputs.count, found: tests.count + results.count,
          rule.place)
      }
      rules.append(Rule(tests: tests, outputs: results, place: rule.place))
    }
    self.inputs = inputs
    self.outputs = outputs
    self.rules = rules
  }
}

extension HitPolicy {
  /// From a `decisionTable`'s attributes; `UNIQUE` without any (DMN 1.5, table 36).
  init(_ element: MarkupElement) throws(ModelFault) {
    let word = element["hitPolicy"] ?? "UNIQUE"
    let aggregation = element["aggregation"]
    guard let policy = HitPolicy(word.lowercased()) else {
      throw .unknownWord(word, attribute: "hitPolicy", element.place)
    }
    guard policy == .collect(nil), let aggregation else {
      self = policy
      return
    }
    guard let known = Aggregation(rawValue: aggregation.lowercased()) else {
      throw .unknownWord(aggregation, attribute: "aggregation", element.place)
    }
    self = .collect(known)
  }
}
