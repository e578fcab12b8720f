import FEEL

/// What a decision takes and gives, for whoever calls it from something that has types of its own.
public struct DecisionSignature: Sendable {
  /// The input data that the decision requires, directly or through others, each name once, in the order of the files.
  public let inputs: [Input]
  /// The narrowest type that is known of the result: text that is one of some written-out values is a choice.
  public let result: ValueType
  /// Whether the result may be null, as far as this is known.
  public let mayBeNull: Bool
  /// Entries of a result that is a context which are not null where the context is not.
  public let certainEntries: Set<String>
  /// What is wrong with the decision, with what it requires, or with the types of the model.
  public let faults: [LogicFault]
  /// The names that its texts, or those of what it requires, use and nothing declares: they are null.
  public let undeclared: [LogicFault]
  /// What of it cannot run here: Java or PMML functions, other expression languages.
  public let notApplicable: [ForeignLogic]

  /// Something that the decision is handed.
  public struct Input: Sendable {
    /// The name by which it is handed in: with the import's name before it, `lib.rate`, where the model has another element
    /// of its name.
    public let name: String
    /// Its own name.
    public let elementName: String
    /// Its type; text that is limited to written-out values is a choice.
    public let type: ValueType
    let itemType: ItemType

    /// Whether values of a type, null aside, are taken as they are. Others are null to the decision, or converted.
    public func accepts(_ type: ValueType) -> Bool { itemType.accepts(type) }
  }
}

extension DecisionModel {
  /// What a decision takes and gives; nil when there is none of that name.
  public func signature(ofDecision name: String) -> DecisionSignature? {
    guard let key = key(name, in: program.decisions.keys), let decision = program.decisions[key] else {
      return nil
    }
    let required = required(by: key)
    var inputs: [DecisionSignature.Input] = []
    for element in elements where required.contains(element.key) {
      guard let input = program.inputs[element.key], let given = givenNames[element.key] else { continue }
      inputs.append(
        .init(
          name: given.whole, elementName: input.name, type: input.type.narrowType, itemType: input.type))
    }
    let names = Set(elements.filter { required.contains($0.key) }.map(\.name))
    // The faults of types bear the names of types.
    let others = Set(elements.map(\.name)).subtracting(names)
    return DecisionSignature(
      inputs: inputs, result: decision.shape.type, mayBeNull: decision.shape.mayBeNull,
      certainEntries: decision.shape.certainEntries,
      faults: faults.filter { !others.contains($0.element) },
      undeclared: undeclared.filter { !others.contains($0.element) }, notApplicable: decision.notApplicable)
  }

  /// The element and all that it requires, directly or through others.
  private func required(by key: ElementKey) -> Set<ElementKey> {
    var found: Set<ElementKey> = [key]
    var open = [key]
    while let next = open.popLast() {
      for required in requirements[next] ?? [] where found.insert(required).inserted { open.append(required) }
    }
    return found
  }
}
