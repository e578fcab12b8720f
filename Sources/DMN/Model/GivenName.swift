import FEEL

/// By which name an input or a decision is given a value from outside.
///
/// An element of the model itself is given by its name. One of an imported model is reached by a path (DMN 1.5, 10.3.2.8):
/// an entry of a context under the import's name, and in it another where that model imports it. Its name alone is enough
/// where nothing else has it.
struct GivenName: Sendable, Hashable {
  let name: String
  /// The name of its variable, where that is another and nothing else has it.
  let variable: String?
  /// The imports on the way to the element, of each way.
  let paths: [[String]]
  /// Whether its name alone means this element.
  let isAlone: Bool

  /// The name in one word: with the import's name before it where the name alone is another's too.
  var whole: String { isAlone ? name : ((paths.first ?? []) + [name]).joined(separator: ".") }

  /// The value that is given for the element; nil where none is.
  func value(in inputs: Context) -> Value? {
    for path in paths {
      if let value = path.reduce(inputs, { $0?[$1]?.asEntries })?[name] { return value }
    }
    return inputs[whole] ?? variable.flatMap { inputs[$0] }
  }

  /// The inputs with the value that is given for the element changed.
  func changing(_ inputs: Context, _ change: (Value) -> Value) -> Context {
    var inputs = inputs
    for path in paths where path.reduce(inputs, { $0?[$1]?.asEntries })?[name] != nil {
      inputs = GivenName.changing(inputs, at: path[...], name, change)
    }
    for name in [whole] + (variable.map { [$0] } ?? []) { inputs[name] = inputs[name].map(change) }
    return inputs
  }

  private static func changing(
    _ context: Context, at path: ArraySlice<String>, _ name: String, _ change: (Value) -> Value
  ) -> Context {
    var context = context
    if let step = path.first {
      context[step] = context[step]?.asEntries.map {
        .context(changing($0, at: path.dropFirst(), name, change))
      }
    } else {
      context[name] = context[name].map(change)
    }
    return context
  }
}

extension RequirementsGraph {
  /// The names by which the inputs and decisions are given.
  func givenNames() -> [ElementKey: GivenName] {
    let given = keys.filter { elements[$0]?.isGiven == true }
    let count = Dictionary(given.map { (elements[$0]?.name ?? "", 1) }, uniquingKeysWith: +)
    let own = Set(given.filter { elements[$0]?.model == 0 }.compactMap { elements[$0]?.name })
    let paths = importPaths(without: own)
    return Dictionary(
      given.compactMap { key in
        elements[key].map { element in
          let isAlone = element.model == 0 || count[element.name] == 1
          let variable = element.model == 0 ? element.variable.flatMap { count[$0] == nil ? $0 : nil } : nil
          return (
            key,
            GivenName(name: element.name, variable: variable, paths: paths[element.model], isAlone: isAlone)
          )
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The ways from the model through imports to each of the models. An import called like an element of the model is
  /// reached by no name of its own.
  private func importPaths(without names: Set<String>) -> [[[String]]] {
    var paths = models.map { _ in [[String]]() }
    func follow(_ index: Int, _ path: [String], _ outer: Set<Int>) {
      for imported in models[index].imports where !imported.name.isEmpty && path.count < 8 {
        guard let next = models.firstIndex(where: { $0.namespace == imported.namespace }),
          !outer.contains(next),
          index != 0 || !names.contains(imported.name), paths[next].count < 8
        else { continue }
        paths[next].append(path + [imported.name])
        follow(next, path + [imported.name], outer.union([next]))
      }
    }
    follow(0, [], [0])
    return paths
  }
}

extension Element {
  /// Whether a value may be given for it.
  fileprivate var isGiven: Bool {
    switch kind {
    case .input, .decision: true
    case .knowledge, .service: false
    }
  }
}

extension Value {
  /// The entries of a context.
  fileprivate var asEntries: Context? {
    if case .context(let context) = self { return context }
    return nil
  }
}
