/// A boxed expression as a model writes it (DMN 1.5, chapter 10.2).
struct BoxedExpression: Sendable {
  let kind: Kind
  /// The type that its value must have, as written.
  let typeName: TypeName?
  let place: TextPlace

  indirect enum Kind: Sendable {
    case literal(WrittenText)
    case context([ContextEntry])
    case list([BoxedExpression])
    /// Rows under the names of the columns.
    case relation(columns: [NamedType], rows: [[BoxedExpression]])
    case invocation(BoxedExpression, [Binding])
    case function(FunctionDefinition)
    case conditional(BoxedExpression, then: BoxedExpression, else: BoxedExpression)
    case filter(BoxedExpression, match: BoxedExpression)
    case iteration(variable: NamedType, in: BoxedExpression, return: BoxedExpression)
    case quantified(Quantifier, variable: NamedType, in: BoxedExpression, satisfies: BoxedExpression)
    case table(TableDefinition)
  }

  enum Quantifier: Sendable { case some, every }

  /// Without a name it is the context's result.
  struct ContextEntry: Sendable {
    let variable: NamedType?
    let value: BoxedExpression
  }

  struct Binding: Sendable {
    let parameter: NamedType
    let value: BoxedExpression
  }
}

/// A name with the type that is written with it.
struct NamedType: Sendable {
  let name: String
  let typeName: TypeName?
}

/// A function's parameters and body, as a model writes them.
struct FunctionDefinition: Sendable {
  let kind: Kind
  let parameters: [NamedType]
  /// Nothing for a function without logic.
  let body: BoxedExpression?

  /// Where the body runs (DMN 1.5, table 66).
  enum Kind: String, Sendable { case feel = "FEEL", java = "Java", pmml = "PMML" }
}

/// A decision table as a model writes it (DMN 1.5, 8.3).
struct TableDefinition: Sendable {
  let hitPolicy: HitPolicy
  let inputs: [Input]
  let outputs: [Output]
  let rules: [Rule]

  struct Input: Sendable {
    let label: String?
    let expression: WrittenText
    let typeName: TypeName?
    let allowed: WrittenText?
    let place: TextPlace
  }

  struct Output: Sendable {
    let name: String?
    let typeName: TypeName?
    let values: WrittenText?
    let defaultEntry: WrittenText?
    let place: TextPlace
  }

  struct Rule: Sendable {
    let tests: [WrittenText]
    let outputs: [WrittenText]
    let place: TextPlace
  }
}
