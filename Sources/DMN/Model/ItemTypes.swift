import FEEL

/// The types that a model's expressions and elements may name: its own, those of FEEL, and those of its imports.
struct ItemTypes: Sendable {
  private var types: [String: ItemType] = [:]
  private(set) var faults: [LogicFault] = []

  /// The types as expressions see them.
  private(set) var valueTypes: [String: ValueType] = [:]
  private var definitions: [String: ItemDefinition] = [:]
  private var inProgress: Set<String> = []
  private var allowed: [String: WrittenText] = [:]
  /// The names of the imports of each namespace.
  private let importNames: [String: [String]]

  /// The types of a model; those of its imports come in under the import's name.
  init(_ model: Definitions, imports: [(name: String, types: ItemTypes)]) {
    importNames = Dictionary(grouping: model.imports, by: \.namespace).mapValues { $0.map(\.name) }
    for (name, imported) in imports {
      for (type, value) in imported.types { types[name.isEmpty ? type : name + "." + type] = value }
    }
    definitions = Dictionary(model.items.map { ($0.name, $0) }) { first, _ in first }
    for item in model.items where types[item.name] == nil { _ = type(defined: item.name, at: item.place) }
    // In expressions FEEL's names mean FEEL's types.
    valueTypes = types.filter { ValueType(feelName: $0.key) == nil }.mapValues(\.valueType)
  }

  /// The type of a name; nil when nothing has that name.
  func named(_ name: TypeName) -> ItemType? {
    switch name.origin {
    case .feel: return ItemTypes.builtIn(name.name)
    case .anyone: return types[name.name] ?? ItemTypes.builtIn(name.name)
    case .model(let namespace):
      let imported = importNames[namespace, default: []].lazy.compactMap { types[$0 + "." + name.name] }.first
      return imported ?? types[name.name] ?? ItemTypes.builtIn(name.name)
    }
  }

  /// The unary tests of a named type's allowed values, as written.
  func allowedValues(_ name: TypeName) -> WrittenText? {
    name.origin == .feel ? nil : allowed[name.name]
  }

  private static func builtIn(_ name: String) -> ItemType? {
    ValueType(feelName: otherNames[name] ?? name).map { .plain($0) }
  }

  /// What DMN 1.1 and XML Schema called FEEL's types, and what tools write for them: Camunda Modeler has `integer`, `long`
  /// and `double`, KIE `<Undefined>`.
  private static let otherNames = [
    "dateTime": "date and time", "dayTimeDuration": "days and time duration",
    "yearMonthDuration": "years and months duration", "integer": "number", "long": "number",
    "double": "number", "decimal": "number", "float": "number", "int": "number", "<Undefined>": "Any",
  ]

  private mutating func type(_ name: TypeName, at place: TextPlace) -> ItemType {
    if name.origin != .feel, definitions[name.name] != nil, !isImported(name) {
      // A definition called like a type of FEEL that names it is made of FEEL's.
      if inProgress.contains(name.name), let type = ItemTypes.builtIn(name.name) { return type }
      return type(defined: name.name, at: place)
    }
    if let known = named(name) { return known }
    faults.append(LogicFault(element: name.name, problem: .unknownType(name.written), place: place))
    return .any
  }

  private func isImported(_ name: TypeName) -> Bool {
    guard case .model(let namespace) = name.origin else { return false }
    return importNames[namespace] != nil
  }

  private mutating func type(defined name: String, at place: TextPlace) -> ItemType {
    if let known = types[name] { return known }
    guard let definition = definitions[name] else { return .any }
    guard inProgress.insert(name).inserted else {
      faults.append(LogicFault(element: name, problem: .recursiveType(name), place: place))
      return .any
    }
    let type = type(definition)
    inProgress.remove(name)
    types[name] = type
    allowed[name] = definition.allowed
    return type
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
    if let language = tests.foreignLanguage {
      faults.append(
        LogicFault(
          element: definition.name, problem: .notApplicable(.language(language)), place: tests.place))
      return type
    }
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
