import FEEL

/// Functions of lists.
extension ReferenceFunctions {
  static func list(_ name: String, _ items: [Value], _ arguments: [Value]) -> Value {
    switch name {
    case "count": return ReferenceProperties.number(items.count)
    case "sum", "mean", "product", "median": return statistic(name, items)
    case "min": return extreme(items, sign: -1)
    case "max": return extreme(items, sign: 1)
    case "all", "any":
      guard items.allSatisfy({ $0 == .null || bool($0) != nil }) else { return .null }
      let truths = items.map(bool)
      return truth(name == "all" ? truths.reduce(true, and) : truths.reduce(false, or))
    case "list contains": return .boolean(items.contains { equal($0, arguments[1]) == true })
    case "index of":
      return .list(
        items.enumerated().filter { equal($1, arguments[1]) == true }
          .map { ReferenceProperties.number($0.offset + 1) })
    case "reverse": return .list(items.reversed())
    case "append": return .list(items + arguments[1...])
    case "concatenate", "union":
      var all: [Value] = []
      for case .list(let items) in arguments { all += items }
      guard !arguments.contains(.null) else { return .null }
      return .list(name == "union" ? distinct(all) : all)
    case "distinct values": return .list(distinct(items))
    case "flatten": return .list(flattened(items))
    case "string join": return join(items, arguments)
    case "sublist", "insert before", "remove", "list replace": return change(name, items, arguments)
    case "context merge":
      var merged = Context()
      for item in items {
        guard case .context(let context) = item else { return .null }
        for entry in context.entries { merged[entry.name] = entry.value }
      }
      return .context(merged)
    default: return any(name, arguments)
    }
  }

  private static func statistic(_ name: String, _ items: [Value]) -> Value {
    let numbers = items.compactMap { if case .number(let number) = $0 { number } else { nil } }
    guard numbers.count == items.count, !numbers.isEmpty else { return .null }
    let sum = numbers.reduce(Number.zero) { $0?.adding($1) }
    let result: Number?
    switch name {
    case "sum": result = sum
    case "mean": result = sum?.divided(by: Number(items.count))
    case "product": result = numbers.reduce(Number.one) { $0?.multiplied(by: $1) }
    default:
      let sorted = numbers.sorted()
      let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
      result = low == high ? low : low.adding(high)?.divided(by: 2)
    }
    return result.map { .number($0) } ?? .null
  }

  private static func extreme(_ items: [Value], sign: Int) -> Value {
    guard let first = items.first, items.allSatisfy({ order($0, first) != nil }) else { return .null }
    return items.reduce(first) { best, item in (order(item, best) ?? 0) * sign > 0 ? item : best }
  }

  private static func distinct(_ items: [Value]) -> [Value] {
    items.reduce(into: []) { kept, item in
      if !kept.contains(where: { equal($0, item) == true }) { kept.append(item) }
    }
  }

  private static func flattened(_ items: [Value]) -> [Value] {
    items.flatMap { if case .list(let inner) = $0 { flattened(inner) } else { [$0] } }
  }

  private static func join(_ items: [Value], _ arguments: [Value]) -> Value {
    var delimiter = ""
    if arguments.count == 2 {
      switch arguments[1] {
      case .string(let text): delimiter = text
      case .null: break
      default: return .null
      }
    }
    let texts = items.compactMap { if case .string(let text) = $0 { text } else { nil } }
    guard texts.count == items.count(where: { $0 != .null }) else { return .null }
    return .string(texts.joined(separator: delimiter))
  }

  private static func change(_ name: String, _ items: [Value], _ arguments: [Value]) -> Value {
    guard case .number(let position) = arguments[1], let position = position.truncated.integer, position != 0,
      abs(position) <= items.count
    else { return .null }
    let place = position > 0 ? position - 1 : items.count + position
    var changed = items
    switch name {
    case "remove": changed.remove(at: place)
    case "insert before": changed.insert(arguments[2], at: place)
    case "list replace": changed[place] = arguments[2]
    default:
      guard arguments.count == 3 else { return .list(Array(items.dropFirst(place))) }
      guard case .number(let length) = arguments[2], let length = length.truncated.integer, length >= 0,
        place + length <= items.count
      else { return .null }
      changed = Array(items.dropFirst(place).prefix(length))
    }
    return .list(changed)
  }
}
