extension Checker {
  /// A name: innermost local first, then the scope, then the built-ins.
  mutating func name(_ name: String, _ range: Range<Int>) -> Resolved {
    if let found = lookUp(name, range) { return found }
    let known =
      names.map(\.name) + scope.variables.map(\.name)
      + names.filter(\.isItem).flatMap { Properties.names(of: $0.type) }
    let unknown = Fault.Kind.unknownName(name, nearest: Nearest.names(to: name, among: known))
    fault(unknown, at: range)
    if strictness == .lenient { undeclared.append(Fault(unknown, at: range)) }
    return missing(.unknownName(name), range)
  }

  /// What a name means; nil when it means nothing.
  mutating func lookUp(_ name: String, _ range: Range<Int>) -> Resolved? {
    var items: [LocalName] = []
    for local in names.reversed() {
      guard local.isItem else {
        if local.name.hasSameCodePoints(as: name) {
          return wrap(items, name, self.local(local, range), range)
        }
        continue
      }
      // An entry called `item` hides the item itself.
      switch local.type {
      case .any: items.append(local)
      case .context(let fields):
        if strictness == .lenient, !fields.contains(where: { $0.name.hasSameCodePoints(as: name) }) {
          items.append(local)
        }
        if let field = fields.first(where: { $0.name.hasSameCodePoints(as: name) }) {
          let item = self.local(local, range)
          let found = Resolved(
            node: .path(item, name), type: field.type, nullness: .possible, range: range)
          return wrap(items, name, found, range)
        }
      default: break
      }
      if local.name.hasSameCodePoints(as: name) { return wrap(items, name, self.local(local, range), range) }
    }
    if let found = outermost(name, range) { return wrap(items, name, found, range) }
    return items.isEmpty ? nil : wrap(items, name, nil, range)
  }

  /// Items of unknown type may have an entry of that name: they are asked first, innermost first.
  private func wrap(_ items: [LocalName], _ name: String, _ found: Resolved?, _ range: Range<Int>) -> Resolved
  {
    let wrapped = items.reversed().reduce(found) { otherwise, item in
      Resolved(
        node: .entry(name, item: item.index, otherwise: otherwise), type: .any, nullness: .possible,
        range: range)
    }
    return wrapped ?? missing(.unknownName(name), range)
  }

  private func local(_ local: LocalName, _ range: Range<Int>) -> Resolved {
    Resolved(
      node: .local(local.index), type: local.type, nullness: local.mayBeNull ? .possible : .never,
      range: range)
  }

  private mutating func outermost(_ name: String, _ range: Range<Int>) -> Resolved? {
    if name == "?", let input {
      let mayBeNull = input.mayBeNull && !inputIsNarrowed
      return Resolved(
        node: .input, type: input.type, nullness: mayBeNull ? .possible : .never, itemsMayBeNull: false,
        range: range)
    }
    if let slot = scope.slot(of: name) { return variable(slot, range) }
    if let builtIn = builtIn(named: name) {
      let parameters = builtIn.overloads[0].parameters.map(\.type)
      return Resolved(
        node: .constant(.function(builtIn.value)), type: .function(parameters, .any), nullness: .never,
        range: range)
    }
    return nil
  }

  /// The variable in a slot.
  private mutating func variable(_ slot: Int, _ range: Range<Int>) -> Resolved {
    slots.insert(slot)
    let variable = scope.variables[slot]
    let mayBeNull = variable.mayBeNull && !narrowed.contains(slot)
    return Resolved(
      node: .slot(slot), type: variable.type,
      nullness: mayBeNull ? Nullness(isPossible: true, causes: [slot]) : .never,
      itemsMayBeNull: variable.type == .list(.any) || variable.type == .any, range: range)
  }

  /// `base.field`; a dotted name of the scope wins.
  mutating func path(_ base: Expression, _ field: String, _ range: Range<Int>) -> Resolved {
    if let dotted = dottedName(base), !names.contains(where: { $0.name == dotted.first }) {
      let name = (dotted + [field]).joined(separator: ".")
      if let slot = scope.slot(of: name) { return variable(slot, range) }
      if scope.slot(of: dotted[0]) == nil,
        scope.variables.contains(where: { $0.name.hasPrefix(dotted[0] + ".") })
      {
        let nearest = Nearest.names(to: name, among: scope.variables.map(\.name))
        fault(.unknownName(name, nearest: nearest), at: range)
        return missing(.unknownName(name), range)
      }
    }
    let base = resolve(base)
    if case .missing = base.node { return base }
    guard let type = Properties.type(field, of: base.type) else {
      let nearest = Nearest.names(to: field, among: Properties.names(of: base.type))
      fault(.unknownField(field, in: base.type, nearest: nearest), at: range)
      // The value may know more than its type, where types are not strict.
      return Resolved(node: .path(base, field), type: .any, nullness: .possible, range: range)
    }
    return Resolved(node: .path(base, field), type: type, nullness: pathNullness(base, field), range: range)
  }

  /// Parts of temporal values are there when the value is; entries of contexts may be missing.
  private func pathNullness(_ base: Resolved, _ field: String) -> Nullness {
    switch base.type {
    case .date, .daysDuration, .yearsDuration: return base.nullness
    case .time, .dateTime:
      return field == "time offset" || field == "timezone" ? .possible : base.nullness
    case .context:
      if case .context(let entries) = base.node,
        let entry = entries.last(where: { $0.0.hasSameCodePoints(as: field) })
      {
        return entry.1.nullness
      }
      return .possible
    case .list: return base.nullness
    default: return .possible
    }
  }

  private func dottedName(_ expression: Expression) -> [String]? {
    switch expression.kind {
    case .name(let name): [name]
    case .path(let base, let field): dottedName(base).map { $0 + [field] }
    default: nil
    }
  }
}
