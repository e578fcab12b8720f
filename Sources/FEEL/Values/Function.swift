/// A function as a value: defined in an expression, or a built-in referred to by name.
public final class Function: Sendable {
  /// The parameters' names, in order.
  public let parameters: [String]
  let parameterTypes: [ValueType]
  let body: @Sendable ([Value], inout Evaluation) -> Value

  init(
    parameters: [String], parameterTypes: [ValueType] = [],
    body: @escaping @Sendable ([Value], inout Evaluation) -> Value
  ) {
    self.parameters = parameters
    self.parameterTypes = parameterTypes
    self.body = body
  }
}
