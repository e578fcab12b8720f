import FEEL

/// What is handed in from outside, before a model is evaluated with it.
extension DecisionModel {
  /// Inputs out of a file without types of its own (JSON): texts are read as what the model declares for inputs and for
  /// decisions that are given, in contexts of imports too (`Value.reading`).
  public func reading(_ inputs: Context) -> Context {
    givenNames.reduce(inputs) { inputs, given in
      guard let type = program.inputs[given.key]?.type ?? program.decisions[given.key]?.type else {
        return inputs
      }
      return given.value.changing(inputs) { $0.reading(as: type.valueType) }
    }
  }

  /// Arguments out of such a file for a decision service or a business knowledge model.
  public func reading(_ arguments: Context, forFunction name: String) -> Context {
    parameters(ofFunction: name).reduce(arguments) { arguments, parameter in
      var arguments = arguments
      arguments[parameter.name] = arguments[parameter.name]?.reading(as: parameter.type.valueType)
      return arguments
    }
  }

  /// The names among the inputs that nothing in the model takes, in their order; those in a context of an import with
  /// its name before them.
  public func untaken(_ inputs: Context) -> [String] {
    let alone = Set(givenNames.values.flatMap { [$0.whole] + ($0.variable.map { [$0] } ?? []) })
    let paths = Set(givenNames.values.flatMap { given in given.paths.map { ($0 + [given.name]) } })
    func untaken(_ context: Context, _ path: [String]) -> [String] {
      context.entries.flatMap { entry -> [String] in
        let here = path + [entry.name]
        if paths.contains(here) || alone.contains(here.joined(separator: ".")) { return [] }
        guard case .context(let inner) = entry.value, paths.contains(where: { $0.starts(with: here) }) else {
          return [here.joined(separator: ".")]
        }
        return untaken(inner, here)
      }
    }
    return untaken(inputs, [])
  }

  /// The names among the arguments that a function does not take.
  public func untaken(_ arguments: Context, forFunction name: String) -> [String] {
    let known = parameters(ofFunction: name).map(\.name)
    return arguments.entries.map(\.name).filter { !known.contains($0) }
  }

  /// The names that can be given values.
  public var takenNames: [String] { elements.compactMap { givenNames[$0.key]?.whole } }

  private func parameters(ofFunction name: String) -> [Parameter] {
    key(name, in: program.functions.keys).flatMap { program.functions[$0]?.parameters } ?? []
  }
}
