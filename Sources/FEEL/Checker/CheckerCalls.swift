extension Checker {
  mutating func call(_ callee: Expression, _ arguments: Expression.Arguments, _ range: Range<Int>) -> Resolved
  {
    if case .name(let name) = callee.kind, !names.contains(where: { $0.name == name }),
      scope.slot(of: name) == nil
    {
      if let builtIn = builtIn(named: name) { return self.builtIn(builtIn, arguments, range) }
      guard lookUp(name, callee.range) != nil else {
        let nearest = Nearest.names(to: name, among: BuiltIns.names + Array(scope.functions.keys))
        fault(.unknownFunction(name, nearest: nearest), at: callee.range)
        _ = resolveAll(arguments)
        return missing(.unknownName(name), range)
      }
    }
    return invocation(callee, arguments, range)
  }

  /// A function of the standard; `now` and `today` only where types are not strict.
  func builtIn(named name: String) -> BuiltIn? {
    if let function = scope.functions[name] { return function.builtIn }
    return BuiltIns.all[name] ?? (strictness == .lenient ? BuiltIns.clock[name] : nil)
  }

  /// Calls a function that is a value.
  private mutating func invocation(
    _ callee: Expression, _ arguments: Expression.Arguments, _ range: Range<Int>
  ) -> Resolved {
    let function = resolve(callee)
    let (values, names) = resolveAll(arguments)
    var type = ValueType.any
    switch function.type {
    case .function(let parameters, let result):
      type = result
      if names == nil, !parameters.isEmpty, parameters.count != values.count {
        fault(
          .wrongArgumentCount(
            function: callee.description, expected: [String(parameters.count)], found: values.count),
          at: range)
      }
    case .any, .null: break
    default: fault(.notAFunction(found: function.type), at: callee.range)
    }
    return Resolved(
      node: .invocation(function, values, names: names), type: type, nullness: .possible, range: range)
  }

  private mutating func resolveAll(_ arguments: Expression.Arguments) -> ([Resolved], [String]?) {
    switch arguments {
    case .positional(let arguments): return (arguments.map { resolve($0) }, nil)
    case .named(let arguments): return (arguments.map { resolve($0.value) }, arguments.map(\.name))
    }
  }

  private mutating func builtIn(
    _ builtIn: BuiltIn, _ arguments: Expression.Arguments, _ range: Range<Int>
  ) -> Resolved {
    let overload: BuiltIn.Overload?
    let values: [Resolved]
    switch arguments {
    case .positional(let arguments):
      values = arguments.map { resolve($0) }
      overload = self.overload(of: builtIn, taking: values)
      if overload == nil { faultCount(builtIn, values.count, range) }
    case .named(let arguments): (overload, values) = named(builtIn, arguments, range)
    }
    guard let overload else { return missing(.wrongArguments(function: builtIn.name), range) }
    if builtIn.name == "not", values.count == 1 {
      expect(.boolean, values[0], "not")
      return Resolved(node: .not(values[0]), type: .boolean, nullness: truthNullness(values[0]), range: range)
    }
    var nullness: Nullness = overload.isTotal ? .never : .possible
    for (index, value) in values.enumerated() {
      let parameter = overload.parameter(index)
      if !parameter.takesNull { nullness = nullness | value.nullness }
      if !value.type.couldBecome(parameter.type) {
        fault(
          .argumentMismatch(
            function: builtIn.name, parameter: parameter.name, expected: parameter.type, found: value.type),
          at: value.range)
      } else if !value.type.conforms(to: parameter.type) {
        nullness = nullness | .possible
      }
    }
    if let local = localMoment(builtIn, overload, values, nullness, range) { return local }
    if let constant = literalTime(builtIn, overload, values, range) {
      return self.constant(constant, constant.type, range)
    }
    if BuiltIns.partsOfTimes.contains(builtIn.name), values.allSatisfy(isTime) {
      nullness = values.reduce(.never) { $0 | $1.nullness }
    }
    return Resolved(
      node: .call(builtIn, overload, values), type: overload.result(values.map(\.type)), nullness: nullness,
      range: range)
  }

  /// A day and a time of day put together, where the scope has a moment: without a zone they are by that moment's clock.
  private mutating func localMoment(
    _ builtIn: BuiltIn, _ overload: BuiltIn.Overload, _ arguments: [Resolved], _ nullness: Nullness,
    _ range: Range<Int>
  ) -> Resolved? {
    guard scope.unzoned == .comparable, builtIn.name == "date and time", arguments.count == 2,
      let slot = scope.slot(of: "now()")
    else { return nil }
    slots.insert(slot)
    let now = Resolved(node: .slot(slot), type: .dateTime, nullness: .never, range: range)
    let local = BuiltIn.Overload(["date": .any, "time": .time, "now": .dateTime], .dateTime) {
      arguments, evaluation in
      guard case .dateTime(let moment)? = overload.body(Array(arguments.prefix(2)), &evaluation) else {
        return nil
      }
      guard moment.offset == nil, case .dateTime(let now) = arguments[2],
        let zone = now.offset.flatMap(Zone.init(offset:))
      else { return .dateTime(moment) }
      return .dateTime(DateTime(moment.date, ClockTime(nanoseconds: moment.time.nanoseconds, zone: zone)))
    }
    let isSure = arguments.allSatisfy { [.date, .dateTime, .time].contains($0.type) }
    return Resolved(
      node: .call(builtIn, local, arguments + [now]), type: .dateTime,
      nullness: isSure ? arguments.reduce(.never) { $0 | $1.nullness } : nullness, range: range)
  }

  /// A day, time or duration that is written out: `duration("PT1H")` is known, and of a known type. What is written and is none,
  /// `duration("1H")`, is a fault: it would be null for ever.
  private mutating func literalTime(
    _ builtIn: BuiltIn, _ overload: BuiltIn.Overload, _ arguments: [Resolved], _ range: Range<Int>
  ) -> Value? {
    guard scope.unzoned == .comparable, BuiltIns.literalTimes.contains(builtIn.name) else { return nil }
    let values = arguments.compactMap(Constants.value)
    guard values.count == arguments.count, !values.contains(.null) else { return nil }
    var evaluation = Evaluation(slots: UnsafeBufferPointer(start: nil, count: 0))
    if let value = overload.body(values, &evaluation), value != .null { return value }
    if case .string(let text)? = values.first, values.count == 1 {
      fault(.invalidTemporal(text), at: arguments[0].range)
    } else {
      fault(.invalidTemporal(values.map(\.description).joined(separator: ", ")), at: range)
    }
    return nil
  }

  private func isTime(_ argument: Resolved) -> Bool { [.date, .dateTime].contains(argument.type) }

  /// Among overloads of the same count, the first whose types surely fit, else the most general that may fit.
  private func overload(of builtIn: BuiltIn, taking values: [Resolved]) -> BuiltIn.Overload? {
    let candidates = builtIn.overloads.filter { $0.takes(values.count) }
    let sure = candidates.first { overload in
      values.indices.allSatisfy { values[$0].type.conforms(to: overload.parameter($0).type) }
    }
    let possible = candidates.last { overload in
      values.indices.allSatisfy { values[$0].type.overlaps(overload.parameter($0).type) }
    }
    return sure ?? possible ?? candidates.first
  }

  private mutating func faultCount(_ builtIn: BuiltIn, _ found: Int, _ range: Range<Int>) {
    let expected = builtIn.overloads.map { String($0.parameters.count) + ($0.isVariadic ? "+" : "") }
    let unique = expected.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    fault(.wrongArgumentCount(function: builtIn.name, expected: unique, found: found), at: range)
  }

  private mutating func named(
    _ builtIn: BuiltIn, _ arguments: [Expression.NamedArgument], _ range: Range<Int>
  ) -> (BuiltIn.Overload?, [Resolved]) {
    let known = Set(builtIn.overloads.flatMap { $0.parameters.map(\.name) })
    let before = faults.count
    var values: [String: Resolved] = [:]
    for argument in arguments {
      if !known.contains(argument.name) {
        let nearest = Nearest.names(to: argument.name, among: known)
        fault(
          .unknownArgument(argument.name, function: builtIn.name, nearest: nearest), at: argument.nameRange)
      } else if values[argument.name] != nil {
        fault(.duplicateName(argument.name), at: argument.nameRange)
      }
      values[argument.name] = resolve(argument.value)
    }
    let match = builtIn.overloads.first { overload in
      overload.parameters.count == values.count && overload.parameters.allSatisfy { values[$0.name] != nil }
    }
    if let match { return (match, match.parameters.compactMap { values[$0.name] }) }
    if strictness == .lenient, let overload = builtIn.overloads.first(where: \.namesAreOptional),
      values.keys.allSatisfy({ name in overload.parameters.contains { $0.name == name } })
    {
      return (overload, overload.parameters.map { values[$0.name] ?? constant(.null, .null, range) })
    }
    if faults.count == before {
      let missing = builtIn.overloads[0].parameters.first { values[$0.name] == nil }?.name
      if let missing {
        fault(.missingArgument(missing, function: builtIn.name), at: range)
      } else {
        faultCount(builtIn, arguments.count, range)
      }
    }
    return (nil, [])
  }

  mutating func function(
    _ parameters: [Expression.Parameter], _ body: Expression, _ range: Range<Int>
  ) -> Resolved {
    withLocals { checker in
      for (index, parameter) in parameters.enumerated() {
        if parameters[..<index].contains(where: { $0.name.hasSameCodePoints(as: parameter.name) }) {
          checker.fault(.duplicateName(parameter.name), at: range)
        }
        checker.bind(parameter.name, parameter.type?.type ?? .any, mayBeNull: true)
      }
      let types = parameters.map { $0.type?.type ?? .any }
      let body = checker.resolve(body)
      return Resolved(
        node: .function(parameters.map(\.name), types, body), type: .function(types, body.type),
        nullness: .never, range: range)
    }
  }
}

extension ValueType {
  /// Whether a value of this type may be given where `other` is wanted, with FEEL's implicit conversions.
  func couldBecome(_ other: ValueType) -> Bool {
    if overlaps(other) { return true }
    if case .list(let item) = self, item.overlaps(other) { return true }
    if case .list(let item) = other, overlaps(item) { return true }
    return self == .date && other == .dateTime
  }
}
