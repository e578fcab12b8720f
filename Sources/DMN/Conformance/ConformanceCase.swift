import FEEL

/// A case of the DMN technology compatibility kit: what is handed over, and what must come out.
struct ConformanceCase: Sendable {
  let id: String
  /// The decision service or function that is called; nil to evaluate the decisions that have results.
  let invocable: String?
  let inputs: Context
  let results: [Result]

  struct Result: Sendable {
    let name: String
    let expected: Expected
    /// The result is an error, which FEEL gives as null.
    let isError: Bool
  }
}

/// A value that a case expects.
indirect enum Expected: Sendable {
  case value(Value)
  /// A text without a type: that of the value, whatever its type.
  case untyped(String)
  case list([Expected])
  case context([(name: String, value: Expected)])
}

/// The cases of one test file.
struct ConformanceTest: Sendable {
  /// The file of the model, in the same folder.
  let model: String
  let cases: [ConformanceCase]
}
