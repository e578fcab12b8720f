import FEEL

/// A model to be written as a DMN 1.5 file that other engines read: decisions over input data.
public struct ModelText: Sendable {
  /// The model's name.
  public let name: String
  /// The URI by which it is known.
  public let namespace: String
  /// What the decisions are handed.
  public let inputs: [Input]
  /// The decisions.
  public let decisions: [Decision]

  /// Something that decisions are handed.
  public struct Input: Sendable {
    /// Its name.
    public let name: String
    /// Its type.
    public let type: ValueType
    /// Unary tests for its values, or for the items of a list.
    public let allowed: String?

    /// An input.
    public init(name: String, type: ValueType, allowed: String? = nil) {
      self.name = name
      self.type = type
      self.allowed = allowed
    }
  }

  /// A decision and the inputs that it reads.
  public struct Decision: Sendable {
    /// Its name.
    public let name: String
    /// The names of the inputs that it reads.
    public let requires: [String]
    /// How it decides.
    public let logic: Logic

    /// How a decision decides.
    public enum Logic: Sendable {
      case table(DecisionTable)
      /// One expression, or several as the entries of a context.
      case expressions([(name: String, text: String)])
    }

    /// A decision.
    public init(name: String, requires: [String], logic: Logic) {
      self.name = name
      self.requires = requires
      self.logic = logic
    }
  }

  /// A model of these parts.
  public init(name: String, namespace: String, inputs: [Input], decisions: [Decision]) {
    self.name = name
    self.namespace = namespace
    self.inputs = inputs
    self.decisions = decisions
  }

  /// The text of the file.
  public var xml: String {
    var writer = MarkupWriter()
    let attributes: MarkupWriter.Attributes = [
      "xmlns": "https://www.omg.org/spec/DMN/20230324/MODEL/", "id": "definitions", "name": name,
      "namespace": namespace, "expressionLanguage": "https://www.omg.org/spec/DMN/20230324/FEEL/",
    ]
    writer.element("definitions", attributes) { writer in
      for (place, input) in inputs.enumerated() { itemDefinition(input, place, &writer) }
      for (place, input) in inputs.enumerated() {
        writer.element("inputData", ["id": "input-\(place + 1)", "name": input.name]) {
          $0.element("variable", ["name": input.name, "typeRef": typeName(of: input, place)])
        }
      }
      for (place, decision) in decisions.enumerated() { write(decision, place, &writer) }
    }
    return writer.text
  }

  /// Types that need one of their own: choices, lists, and what has allowed values.
  private func typeName(of input: Input, _ place: Int) -> String {
    switch input.type {
    case .choice, .list: "type-\(place + 1)"
    default: input.allowed == nil ? input.type.base : "type-\(place + 1)"
    }
  }

  private func itemDefinition(_ input: Input, _ place: Int, _ writer: inout MarkupWriter) {
    let name = typeName(of: input, place)
    guard name.hasPrefix("type-") else { return }
    var item = input.type
    var isCollection = false
    if case .list(let inner) = input.type { (item, isCollection) = (inner, true) }
    writer.element("itemDefinition", ["name": name, "isCollection": isCollection ? "true" : nil]) {
      $0.element("typeRef", text: item.base)
      if let allowed = item.allowedText ?? input.allowed { $0.expression("allowedValues", allowed) }
    }
  }

  private func write(_ decision: Decision, _ place: Int, _ writer: inout MarkupWriter) {
    writer.element("decision", ["id": "decision-\(place + 1)", "name": decision.name]) { writer in
      writer.element("variable", ["name": decision.name])
      for (index, input) in inputs.enumerated() where decision.requires.contains(input.name) {
        writer.element("informationRequirement", ["id": "requirement-\(place + 1)-\(index + 1)"]) {
          $0.element("requiredInput", ["href": "#input-\(index + 1)"])
        }
      }
      switch decision.logic {
      case .table(let table): write(table, "table-\(place + 1)", &writer)
      case .expressions(let expressions) where expressions.count == 1:
        writer.expression("literalExpression", expressions[0].text)
      case .expressions(let expressions):
        writer.element("context") { writer in
          for expression in expressions {
            writer.element("contextEntry") {
              $0.element("variable", ["name": expression.name])
              $0.expression("literalExpression", expression.text)
            }
          }
        }
      }
    }
  }

  /// A table; each of its parts has an identifier, since some readers want one.
  private func write(_ table: DecisionTable, _ id: String, _ writer: inout MarkupWriter) {
    let attributes: MarkupWriter.Attributes = [
      "id": id, "hitPolicy": table.hitPolicy.word, "aggregation": table.hitPolicy.aggregationWord,
    ]
    writer.element("decisionTable", attributes) { writer in
      for (place, input) in table.inputs.enumerated() {
        writer.element("input", ["id": "\(id)-input-\(place + 1)", "label": input.name]) {
          $0.expression("inputExpression", input.expression.text, ["typeRef": input.type.base])
        }
      }
      for (place, output) in table.outputs.enumerated() {
        let attributes: MarkupWriter.Attributes = [
          "id": "\(id)-output-\(place + 1)", "name": output.name, "typeRef": output.type.base,
        ]
        writer.element("output", attributes) {
          if !output.values.isEmpty {
            $0.expression("outputValues", output.values.map(\.description).joined(separator: ", "))
          }
          if let entry = output.defaultEntry { $0.expression("defaultOutputEntry", entry.text) }
        }
      }
      for (place, rule) in table.rules.enumerated() { write(rule, "\(id)-rule-\(place + 1)", &writer) }
    }
  }

  private func write(_ rule: DecisionTable.Rule, _ id: String, _ writer: inout MarkupWriter) {
    writer.element("rule", ["id": id]) { writer in
      for (place, test) in rule.tests.enumerated() {
        writer.expression("inputEntry", test?.text ?? "-", ["id": "\(id)-test-\(place + 1)"])
      }
      for (place, output) in rule.outputs.enumerated() {
        writer.expression("outputEntry", output.text, ["id": "\(id)-result-\(place + 1)"])
      }
    }
  }
}

extension ValueType {
  /// The name of the type without its limits, or of the widest that holds it.
  fileprivate var base: String {
    switch self {
    case .choice: "string"
    case .list, .context, .range, .function, .any, .null: "Any"
    default: description
    }
  }

  /// A choice's values as unary tests.
  fileprivate var allowedText: String? {
    guard case .choice(let values) = self else { return nil }
    return values.map { Value.string($0).description }.joined(separator: ", ")
  }
}

extension HitPolicy {
  fileprivate var word: String {
    if case .collect = self { return "COLLECT" }
    return description.uppercased()
  }

  fileprivate var aggregationWord: String? {
    if case .collect(let aggregation?) = self { return aggregation.rawValue.uppercased() }
    return nil
  }
}
