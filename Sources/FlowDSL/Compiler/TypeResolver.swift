import FEEL

/// Turns types as written into types of values, with the names declared under `types`.
struct TypeResolver {
  private let declarations: [String: TypeDeclarationSyntax]
  private var resolved: [String: ValueType] = [:]
  private var underWay: [String] = []
  /// Names of types that were looked up.
  private(set) var used: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Types of a flow, beside those that the folder shares, whose own faults are not said again.
  init(_ declarations: [TypeDeclarationSyntax], beside shared: [TypeDeclarationSyntax] = []) {
    self.declarations = Dictionary((declarations + shared).map { ($0.name.value, $0) }) { first, _ in first }
    for declaration in shared { _ = named(declaration.name.value, at: declaration.name.place) }
    diagnostics = []
    for declaration in declarations { _ = named(declaration.name.value, at: declaration.name.place) }
    used = []
  }

  /// The type of values, `any` where a name is not known.
  mutating func type(of syntax: TypeSyntax) -> ValueType {
    switch syntax.form {
    case .simple(let simple): simple.type
    case .list(let item): .list(type(of: item))
    case .choice(let values): .choice(values.map(\.value))
    case .record(let fields):
      .context(fields.map { FEEL.Field(name: $0.name.value, type: type(of: $0.type)) })
    case .named(let name): named(name, at: syntax.place)
    }
  }

  /// The words declared with named types, for values of choices and for fields of records: directly, through other names, as
  /// the items of a list, or as the fields of a record.
  func labels(of syntax: TypeSyntax) -> [NamedTextSyntax] { labels(of: syntax, inside: []) }

  private func labels(of syntax: TypeSyntax, inside names: Set<String>) -> [NamedTextSyntax] {
    switch syntax.form {
    case .list(let item): return labels(of: item, inside: names)
    case .named(let name):
      guard !names.contains(name), let declaration = declarations[name] else { return [] }
      return declaration.labels + labels(of: declaration.type, inside: names.union([name]))
    case .record(let fields): return fields.flatMap { labels(of: $0.type, inside: names) }
    case .simple, .choice: return []
    }
  }

  /// Notes that a name is used, and with it the names that its declaration is made of: those of a type that is resolved
  /// already are not looked up again.
  private mutating func use(_ name: String) {
    guard used.insert(name).inserted, let declaration = declarations[name] else { return }
    for part in declaration.type.names { use(part) }
  }

  private mutating func named(_ name: String, at place: Place) -> ValueType {
    use(name)
    if let type = resolved[name] { return type }
    guard let declaration = declarations[name] else {
      let known = Array(declarations.keys) + TypeSyntax.Simple.allCases.map(\.rawValue)
      diagnostics.append(
        Diagnostic(
          .unknownType, at: place, ["name": name, "nearest": Nearest.name(to: name, among: known) ?? ""]))
      return .any
    }
    if underWay.contains(name) {
      let chain = (underWay.drop { $0 != name } + [name]).joined(separator: " → ")
      diagnostics.append(Diagnostic(.recursiveType, at: place, ["chain": chain]))
      return .any
    }
    underWay.append(name)
    let type = type(of: declaration.type)
    underWay.removeLast()
    resolved[name] = type
    return type
  }
}

extension TypeSyntax {
  /// The declared names that it is made of, as written.
  fileprivate var names: [String] {
    switch form {
    case .simple, .choice: []
    case .list(let item): item.names
    case .record(let fields): fields.flatMap(\.type.names)
    case .named(let name): [name]
    }
  }
}

extension TypeSyntax.Simple {
  /// The FEEL type of the same name.
  var type: ValueType {
    switch self {
    case .boolean: .boolean
    case .text: .string
    case .number: .number
    case .date: .date
    case .time: .time
    case .dateAndTime: .dateTime
    case .daysAndTimeDuration: .daysDuration
    case .yearsAndMonthsDuration: .yearsDuration
    }
  }
}

extension ValueType {
  /// Whether it, or a part of it, is not known.
  var isOpen: Bool {
    switch self {
    case .any: true
    case .list(let item): item.isOpen
    case .context(let fields): fields.contains { $0.type.isOpen }
    default: false
    }
  }

  /// The type as the language writes it, for diagnostics.
  var written: String {
    switch self {
    case .string: "text"
    case .list(let item): "list of \(item.written)"
    case .choice(let values): "[\(values.joined(separator: ", "))]"
    case .context(let fields): "{\(fields.map { "\($0.name): \($0.type.written)" }.joined(separator: ", "))}"
    default: description
    }
  }
}
