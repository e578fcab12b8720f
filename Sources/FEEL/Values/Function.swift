/// A function as a value: defined in an expression or in a model, or a built-in referred to by name.
public final class Function: Sendable {
  /// The parameters' names, in order.
  public let parameters: [String]
  /// The parameters' types, in order; empty where nothing is known of them.
  public let parameterTypes: [ValueType]
  /// The type of what it gives.
  public let resultType: ValueType
  let body: @Sendable ([Value], inout Evaluation) -> Value

  /// A function.
  ///
  /// - Parameters:
  ///   - parameters: the names, in order.
  ///   - parameterTypes: the types that `instance of` goes by; empty where nothing is known.
  ///   - resultType: the type of what it gives.
  ///   - body: what it does; it sees to the number and the types of its arguments itself.
  public init(
    parameters: [String], parameterTypes: [ValueType] = [], resultType: ValueType = .any,
    body: @escaping @Sendable ([Value], inout Evaluation) -> Value
  ) {
    self.parameters = parameters
    self.parameterTypes = parameterTypes
    self.resultType = resultType
    self.body = body
  }
}
