/// A function that the standard defines (DMN 1.5, 10.3.4).
struct BuiltIn: Sendable {
  let name: String
  /// One for each way to call it.
  let overloads: [Overload]

  init(_ name: String, _ overloads: Overload...) {
    self.name = name
    self.overloads = overloads
  }

  struct Parameter: Sendable {
    let name: String
    let type: ValueType
    /// Whether null may be given, and means something.
    let takesNull: Bool
  }

  struct Overload: Sendable {
    let parameters: [Parameter]
    /// Whether the last parameter may be repeated.
    let isVariadic: Bool
    let result: @Sendable ([ValueType]) -> ValueType
    /// Whether the result is null only when an argument is.
    let isTotal: Bool
    /// Whether arguments that are given by name may be left out, and are null then.
    let namesAreOptional: Bool
    let body: Body

    typealias Body = @Sendable ([Value], inout Evaluation) -> Value?

    /// - Parameters:
    ///   - parameters: names and types; a type `any` takes null too, any other gives null for it.
    ///   - body: gets values of the declared types; nil means null with a warning.
    init(
      _ parameters: KeyValuePairs<String, ValueType>, variadic: Bool = false, total: Bool = false,
      namesAreOptional: Bool = false, _ result: ValueType, _ body: @escaping Body
    ) {
      self.init(
        parameters, variadic: variadic, total: total, namesAreOptional: namesAreOptional,
        result: { _ in result }, body)
    }

    /// The same, with a result type that depends on the arguments'.
    init(
      _ parameters: KeyValuePairs<String, ValueType>, variadic: Bool = false, total: Bool = false,
      namesAreOptional: Bool = false, result: @escaping @Sendable ([ValueType]) -> ValueType,
      _ body: @escaping Body
    ) {
      self.parameters = parameters.map { Parameter(name: $0, type: $1, takesNull: $1 == .any) }
      isVariadic = variadic
      self.result = result
      isTotal = total
      self.namesAreOptional = namesAreOptional
      self.body = body
    }

    func parameter(_ index: Int) -> Parameter { parameters[min(index, parameters.count - 1)] }

    func takes(_ count: Int) -> Bool {
      isVariadic ? count >= parameters.count : count == parameters.count
    }
  }

  /// The overload for so many arguments.
  func overload(taking count: Int) -> Overload? {
    overloads.first { $0.takes(count) }
  }
}
