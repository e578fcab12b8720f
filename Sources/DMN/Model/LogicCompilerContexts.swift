import FEEL

/// Contexts, relations, functions and their invocation.
extension LogicCompiler {
  mutating func context(
    _ entries: [BoxedExpression.ContextEntry], in scope: LogicScope, at place: TextPlace
  ) -> Logic {
    var inner = scope
    var parts: [(name: String?, logic: Logic)] = []
    for entry in entries {
      var logic = compile(entry.value, in: inner)
      guard let variable = entry.variable else {
        parts.append((nil, logic))
        break
      }
      logic = coerced(logic, to: variable.typeName, at: entry.value.place)
      parts.append((variable.name, logic))
      inner = inner.adding(variable.name, logic.type, mayBeNull: !isNarrow || logic.shape.mayBeNull)
    }
    let fields = parts.compactMap { part in part.name.map { Field(name: $0, type: part.logic.type) } }
    let result = parts.last.flatMap { $0.name == nil ? $0.logic : nil }
    let named = parts.compactMap { part in part.name.map { (name: $0, shape: part.logic.shape) } }
    let shape = Shape(
      type: .context(named.map { Field(name: $0.name, type: $0.shape.type) }), mayBeNull: false,
      certainEntries: Set(named.filter { !$0.shape.mayBeNull }.map(\.name)))
    return Logic(type: result?.type ?? .context(fields), shape: result?.shape ?? shape) {
      [parts] slots, evaluation in
      var slots = slots
      var context = Context()
      for part in parts {
        let value = part.logic.run(slots, &evaluation)
        guard let name = part.name else { return value }
        context[name] = value
        slots.append(value)
      }
      return .context(context)
    }
  }

  mutating func relation(
    _ columns: [NamedType], _ rows: [[BoxedExpression]], in scope: LogicScope, at place: TextPlace
  ) -> Logic {
    let names = columns.map(\.name)
    let logics = rows.map { row in
      zip(row, columns).map { cell, column in
        coerced(compile(cell, in: scope), to: column.typeName, at: cell.place)
      }
    }
    let fields = columns.map { column in
      Field(name: column.name, type: type(column.typeName, at: place).valueType)
    }
    let shape = Shape(type: .list(.context(fields)), mayBeNull: false)
    return Logic(type: .list(.context(fields)), shape: shape) { slots, evaluation in
      var list: [Value] = []
      for row in logics {
        var context = Context()
        for (name, cell) in zip(names, row) { context[name] = cell.run(slots, &evaluation) }
        list.append(.context(context))
      }
      return .list(list)
    }
  }

  mutating func function(
    _ definition: FunctionDefinition, in scope: LogicScope, at place: TextPlace
  ) -> Logic {
    guard definition.kind == .feel else {
      return refuse(definition.kind == .pmml ? .pmml : .java, at: place)
    }
    let parameters = parameters(definition.parameters, at: place)
    var inner = scope
    for parameter in parameters { inner = inner.adding(parameter.name, parameter.type.valueType) }
    guard let body = definition.body.map({ compile($0, in: inner) }) else { return .missing }
    let name = element
    return Logic(type: .function(parameters.map(\.type.valueType), body.type)) { slots, _ in
      .function(
        Function(parameters: parameters, resultType: body.type, name: name) { arguments, evaluation in
          body.run(slots + arguments, &evaluation)
        })
    }
  }

  /// Parameters with their types.
  mutating func parameters(_ parameters: [NamedType], at place: TextPlace) -> [Parameter] {
    parameters.map { Parameter(name: $0.name, type: type($0.typeName, at: place)) }
  }

  /// A call with named arguments; the callee may be a built-in.
  mutating func invocation(
    _ callee: BoxedExpression, _ bindings: [BoxedExpression.Binding], in scope: LogicScope,
    at place: TextPlace
  ) -> Logic {
    guard case .literal(let written) = callee.kind, let tree = tree(written, in: scope) else {
      return .missing
    }
    var inner = scope
    var values: [Logic] = []
    var arguments: [Expression.NamedArgument] = []
    for (index, binding) in bindings.enumerated() {
      let logic = coerced(
        compile(binding.value, in: scope), to: binding.parameter.typeName, at: binding.value.place)
      values.append(logic)
      // A name that no text can spell.
      let name = "\u{0}\(index)"
      inner = inner.adding(name, logic.type)
      arguments.append(
        .init(name: binding.parameter.name, nameRange: 0..<0, value: Expression(.name(name), at: 0..<0)))
    }
    let call = Expression(
      .call(tree, bindings.isEmpty ? .positional([]) : .named(arguments)), at: tree.range)
    guard let compiled = expression(call, text: written.text, in: inner, at: callee.place) else {
      return .missing
    }
    return Logic(type: compiled.type) { [values] slots, evaluation in
      var inner = slots
      for value in values { inner.append(value.run(slots, &evaluation)) }
      return compiled.evaluate(inner, in: &evaluation)
    }
  }
}

/// A parameter of a function of the model.
struct Parameter: Sendable {
  let name: String
  let type: ItemType
}

extension Function {
  /// A function that takes exactly its parameters, each coerced to its type; null with a warning for anything else.
  convenience init(
    parameters: [Parameter], resultType: ValueType, name: String,
    body: @escaping @Sendable ([Value], inout Evaluation) -> Value
  ) {
    self.init(
      parameters: parameters.map(\.name), parameterTypes: parameters.map(\.type.valueType),
      resultType: resultType
    ) { arguments, evaluation in
      guard arguments.count == parameters.count else {
        evaluation.warn(.wrongArguments(function: name))
        return .null
      }
      var values: [Value] = []
      for (argument, parameter) in zip(arguments, parameters) {
        guard let value = parameter.type.coerced(argument) else {
          evaluation.warn(parameter.type.warning(argument, of: parameter.name, in: name))
          return .null
        }
        values.append(value)
      }
      return body(values, &evaluation)
    }
  }
}
