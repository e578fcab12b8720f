/// A DMN file as it is written (DMN 1.5, 6.3.2): what `DecisionModel` is made of.
public struct Definitions: Sendable {
  /// The model's name.
  public let name: String
  /// The URI by which other models import this one.
  public let namespace: String
  /// The models it imports.
  public let imports: [Import]
  /// Where it begins.
  let place: TextPlace
  /// The file that it was read from, by the name by which places are told.
  let file: String?
  /// The same for files of the same bytes.
  let fingerprint: Int
  let items: [ItemDefinition]
  let inputs: [InputData]
  let decisions: [Decision]
  let knowledgeModels: [KnowledgeModel]
  let services: [DecisionService]

  /// Another model whose elements may be used (DMN 1.5, 6.3.3).
  public struct Import: Sendable, Hashable {
    /// What comes before the dot in `name.element`; empty to use its elements without a prefix.
    public let name: String
    /// The other model's namespace.
    public let namespace: String
    /// The file or address at which the model says the other one is.
    public let location: String?
    /// Where it says so.
    public let place: TextPlace
  }
}

/// A type that a model defines (DMN 1.5, 7.3.2).
struct ItemDefinition: Sendable {
  let name: String
  let typeName: TypeName?
  let isCollection: Bool
  /// Unary tests for the values, or for the items of a collection.
  let allowed: WrittenText?
  /// Unary tests for the whole value (DMN 1.5).
  let constraint: WrittenText?
  let components: [ItemDefinition]
  let function: FunctionItem?
  let place: TextPlace

  struct FunctionItem: Sendable {
    let parameters: [NamedType]
    let resultTypeName: TypeName?
  }
}

/// What a decision is handed (DMN 1.5, 7.3.3).
struct InputData: Sendable {
  let id: String?
  let name: String
  /// The name of its variable, which the standard has the same (7.3.3) and some tools do not.
  let variable: String?
  let typeName: TypeName?
  let place: TextPlace
}

/// A decision, with what it requires (DMN 1.5, 6.3.7). References are as written.
struct Decision: Sendable {
  let id: String?
  let name: String
  /// The name of its variable, where it has one.
  let variable: String?
  let typeName: TypeName?
  let requirements: [Requirement]
  let logic: BoxedExpression?
  let place: TextPlace
}

/// A function of the model (DMN 1.5, 6.3.9).
struct KnowledgeModel: Sendable {
  let id: String?
  let name: String
  let typeName: TypeName?
  let requirements: [Requirement]
  let function: FunctionDefinition?
  let place: TextPlace
}

/// Decisions that are called together (DMN 1.5, 6.3.10).
struct DecisionService: Sendable {
  let id: String?
  let name: String
  let typeName: TypeName?
  let outputs: [Requirement]
  let inputDecisions: [Requirement]
  let inputData: [Requirement]
  let place: TextPlace
}

/// A reference to another element: `#id` or `namespace#id`.
struct Requirement: Sendable, Hashable {
  let reference: String
  let place: TextPlace
}
