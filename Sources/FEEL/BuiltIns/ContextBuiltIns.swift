/// Context functions (DMN 1.5, 10.3.4.10).
extension BuiltIns {
  static let contexts: [BuiltIn] = [
    BuiltIn(
      "get value",
      .init(["m": .context([]), "key": .string], .any) { arguments, _ in
        arguments[1].asString.flatMap { arguments[0].asContext?[$0] } ?? .null
      }),
    BuiltIn(
      "get entries",
      .init(["m": .context([])], total: true, .list(.any)) { arguments, _ in
        arguments[0].asContext.map { context in
          .list(context.entries.map { .context(["key": .string($0.name), "value": $0.value]) })
        }
      }),
    BuiltIn(
      "context",
      .init(["entries": .list(.context([]))], .context([])) { arguments, _ in
        guard let entries = arguments[0].asList else { return nil }
        var context = Context()
        for entry in entries {
          guard let name = entry.asContext?["key"]?.asString, let value = entry.asContext?["value"],
            context[name] == nil
          else { return nil }
          context[name] = value
        }
        return .context(context)
      }),
    BuiltIn(
      "context put",
      .init(["context": .context([]), "key": .string, "value": .any], .any) { arguments, _ in
        guard let context = arguments[0].asContext, let key = arguments[1].asString else { return nil }
        return put(arguments[2], at: [key], in: context).map { .context($0) }
      },
      .init(["context": .context([]), "keys": .list(.string), "value": .any], .any) { arguments, _ in
        guard let context = arguments[0].asContext, let keys = arguments[1].asList?.compactMap(\.asString),
          keys.count == arguments[1].asList?.count, !keys.isEmpty
        else { return nil }
        return put(arguments[2], at: keys[...], in: context).map { .context($0) }
      }),
    BuiltIn(
      "context merge",
      .init(["contexts": .list(.context([]))], .any) { arguments, evaluation in
        guard let contexts = arguments[0].asList else { return nil }
        var merged = Context()
        for item in contexts {
          guard let context = item.asContext, evaluation.spend(context.entries.count, at: 0..<0) else {
            return nil
          }
          for entry in context.entries { merged[entry.name] = entry.value }
        }
        return .context(merged)
      }),
  ]

  private static func put(_ value: Value, at keys: ArraySlice<String>, in context: Context) -> Context? {
    guard let key = keys.first else { return nil }
    var context = context
    if keys.count == 1 {
      context[key] = value
      return context
    }
    guard let inner = context[key]?.asContext, let changed = put(value, at: keys.dropFirst(), in: inner)
    else {
      return nil
    }
    context[key] = .context(changed)
    return context
  }
}

extension Value: ExpressibleByDictionaryLiteral {
  /// A context.
  public init(dictionaryLiteral elements: (String, Value)...) {
    var context = Context()
    for (name, value) in elements { context[name] = value }
    self = .context(context)
  }
}

extension Value {
  fileprivate static func context(_ entries: KeyValuePairs<String, Value>) -> Value {
    .context(Context(entries))
  }
}
