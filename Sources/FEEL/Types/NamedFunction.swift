/// A function that expressions of a scope may call beside those of the standard. What it gives follows from its arguments alone.
public struct NamedFunction: Sendable {
  /// Any FEEL name, spaces allowed.
  public let name: String
  /// `nil` for one that is known by name only.
  let builtIn: BuiltIn?

  /// A function of typed parameters.
  ///
  /// - Parameter body: Gets a value of the declared type for each parameter, in order; `nil` is null, with a warning. It is taken
  ///   never to be null where its arguments are not.
  public init(
    _ name: String, _ parameters: KeyValuePairs<String, ValueType>, gives result: ValueType,
    _ body: @escaping @Sendable ([Value]) -> Value?
  ) {
    self.name = name
    builtIn = BuiltIn(name, .init(parameters, total: true, result) { arguments, _ in body(arguments) })
  }

  /// One of which only the name is known: a text that calls it is read, and is a fault.
  public init(unavailable name: String) {
    self.name = name
    builtIn = nil
  }
}
