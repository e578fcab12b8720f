import FEEL

/// The types that a model's expressions and elements may name: its own, those of FEEL, and those of its imports.
struct ItemTypes: Sendable {
  private var types: [String: ItemType] = [:]
  private(set) var faults: [LogicFault] = []

  /// The types as expressions see them.
  private(set) var valueTypes: [String: ValueType] = [:]
  private var definitions: [String: ItemDefinition] = [:]
  private var inProgress: Set<String> = []
  private var texts: [String: String] = [:]

  /// The types of a model; those of its imports come in under the import's name.
  init(_ model: Definitions, imports: [(name: String, types: ItemTypes)]) {
    for (name, imported) in imports {
      for (type, value) in imported.types { types[name.isEmpty ? type : name + "." + type] = value }
    }
    definitions = Dictionary(model.items.map { ($0.name, $0) }) { first, _ in first }
    for item in model.items { _ = type(item.name, at: item.place) }
    valueTypes = types.mapValues(\.valueType)
  }

  /// The type of a name; nil when nothing has that name.
  func named(_ name: String) -> ItemType? {
    types[name] ?? ValueType(feelName: ItemTypes.oldNames[name] ?? name).map { .plain($0) }
  }

  /// The unary tests of a named type's allowed values, as written.
  func allowedText(_ name: String) -> String? { texts[name] }

  /// What DMN 1.1 called FEEL's types.
  private static let oldNames = [
    "dateTime": "date and time", "dayTimeDuration": "days and time duration",
    "yearMonthDuration": "years and months duration", "days and time duration": "days and time duration",
  ]

  private mutating func type(_ name: String, at place: TextPlace) -> ItemType {
    if let known = types[name] { return known }
    if let definition = definitions[name] {
      guard inProgress.insert(name).inserted else {
        faults.append(LogicFault(element: name, problem: .recursiveType(name), place: place))
        return .any
      }
      let type = type(definition)
      inProgress.remove(name)
      types[name] = type
      texts[name] = definition.allowed?.text
      return type
    }
    if let known = named(name) { return known }
    faults.append(LogicFault(element: name, problem: .unknownType(name), place: place))
    return .any
  }

  private mutating func type(_ definition: ItemDefinition) -> ItemType {
    var type = ItemType.any
    if let function = definition.function {
      let parameters = function.parameters.map { parameter in
        parameter.typeName.map { self.type($0, at: definition.place) } ?? .any
      }
      type = .function(
        parameters, function.resultTypeName.map { self.type($0, at: definition.place) } ?? .any)
    } else if !definition.components.isEmpty {
      type = .context(definition.components.map { ($0.name, self.type($0)) })
    } else if let name = definition.typeName {
      type = self.type(name, at: definition.place)
    }
    type = constrained(type, by: definition.allowed, ofItems: true, definition)
    if definition.isCollection { type = .list(type) }
    return constrained(type, by: definition.constraint, ofItems: false, definition)
  }

  private mutating func constrained(
    _ type: ItemType, by tests: WrittenText?, ofItems: Bool, _ definition: ItemDefinition
  ) -> ItemType {
    guard let tests else { return type }
    do throws(CompilationFailure) {
      return .constrained(
        type, try FEELCompiler.compile(unaryTests: tests.text, of: type.valueType, strictness: .lenient),
        ofItems: ofItems)
    } catch {
      faults.append(
        LogicFault(element: definition.name, problem: .syntax(text: tests.text, error), place: tests.place))
      return type
    }
  }
}
