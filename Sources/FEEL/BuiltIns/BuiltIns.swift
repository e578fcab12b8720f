/// All built-in functions by name.
///
/// `now` and `today` are apart (`clock`): in flows an evaluation depends on its inputs alone.
enum BuiltIns {
  static let all: [String: BuiltIn] = {
    let families = [
      booleans, conversions, temporals, strings, patterns, numbers, lists, listChanges, aggregates,
      statistics,
      ranges, contexts, sorting,
    ]
    return Dictionary(families.joined().map { ($0.name, $0) }) { first, _ in first }
  }()

  /// The names as the parser needs them.
  static let names = Array(all.keys)

  /// The type of the items of a list argument, or of the argument itself.
  static let itemType: @Sendable ([ValueType]) -> ValueType = { types in
    if types.count == 1, case .list(let item)? = types.first { return item }
    return types.reduce(.null) { $0.union($1) }
  }

  /// The type of the first argument, as a list.
  static let sameList: @Sendable ([ValueType]) -> ValueType = { types in
    switch types.first {
    case .list(let item)?: .list(item)
    case .any?, nil: .list(.any)
    case let item?: .list(item)
    }
  }

  /// The items that are given: of one list, or the arguments themselves.
  static func items(_ arguments: [Value]) -> [Value] {
    if arguments.count == 1, case .list(let items) = arguments[0] { return items }
    return arguments
  }
}
