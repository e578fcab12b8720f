extension BuiltIn {
  /// Calls an overload: arguments are brought to the declared types first; null with a warning when that fails.
  func call(
    _ overload: Overload, _ arguments: [Value], _ evaluation: inout Evaluation, at range: Range<Int>
  ) -> Value {
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for (index, argument) in arguments.enumerated() {
      let parameter = overload.parameter(index)
      if parameter.takesNull {
        values.append(argument)
        continue
      }
      guard argument != .null, let value = argument.coerced(to: parameter.type) else {
        evaluation.warn(
          .invalidArgument(function: name, parameter: parameter.name, value: argument.description), at: range)
        return .null
      }
      values.append(value)
    }
    guard evaluation.spend(1, at: range) else { return .null }
    if let result = overload.body(values, &evaluation) { return evaluation.made(result, at: range) }
    evaluation.warn(.failed(function: name, reason: .noResult), at: range)
    return .null
  }

  /// The built-in as a function value.
  var value: Function {
    Function(parameters: overloads[0].parameters.map(\.name)) { arguments, evaluation in
      guard let overload = overload(taking: arguments.count) else {
        evaluation.warn(.wrongArguments(function: name), at: 0..<0)
        return .null
      }
      return call(overload, arguments, &evaluation, at: 0..<0)
    }
  }
}

/// What bodies of built-ins read arguments with.
extension Value {
  var asNumber: Number? { if case .number(let value) = self { value } else { nil } }
  var asInteger: Int? { asNumber?.truncated.integer }
  var asString: String? { if case .string(let value) = self { value } else { nil } }
  var asBoolean: Bool? { truth }
  var asList: [Value]? { if case .list(let value) = self { value } else { nil } }
  var asContext: Context? { if case .context(let value) = self { value } else { nil } }
  var asFunction: Function? { if case .function(let value) = self { value } else { nil } }
  var asRange: Interval? { if case .range(let value) = self { value } else { nil } }
}
