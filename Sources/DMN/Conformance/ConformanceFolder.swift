import FEEL

/// A folder of the kit: models and their test files. Who makes one reads the files.
public struct ConformanceFolder: Sendable {
  /// The folder inside the kit: `compliance-level-2/0001-input-data-string`.
  public let name: String
  /// The models by file name.
  public let models: [String: [UInt8]]
  /// The test files by file name.
  public let tests: [String: [UInt8]]

  /// A folder with these files.
  public init(name: String, models: [String: [UInt8]], tests: [String: [UInt8]]) {
    self.name = name
    self.models = models
    self.tests = tests
  }

  /// Runs every case.
  ///
  /// - Parameter now: what `now()` gives in all of them.
  /// - Returns: an outcome for each case, in the order of the files; one named `-` for a test file that cannot be read.
  public func run(now: DateTime?) -> [ConformanceOutcome] {
    var definitions: [String: Result<Definitions, ModelFault>] = [:]
    for (file, bytes) in models { definitions[file] = ConformanceFolder.read(bytes) }
    return tests.sorted { $0.key < $1.key }.flatMap { file, bytes in
      let file = file.hasSuffix(".xml") ? String(file.dropLast(4)) : file
      do throws(ModelFault) {
        let test = try ConformanceTest(bytes)
        return run(test, file, definitions, now)
      } catch {
        return [outcome(file, "-", .error, error.description)]
      }
    }
  }

  private static func read(_ bytes: [UInt8]) -> Result<Definitions, ModelFault> {
    do throws(ModelFault) {
      return .success(try Definitions(dmn: bytes))
    } catch {
      return .failure(error)
    }
  }

  private func run(
    _ test: ConformanceTest, _ file: String, _ definitions: [String: Result<Definitions, ModelFault>],
    _ now: DateTime?
  ) -> [ConformanceOutcome] {
    do throws(ModelFault) {
      guard let own = definitions[test.model] else {
        return test.cases.map { outcome(file, $0.id, .error, "the model \(test.model) is not there") }
      }
      let others = definitions.filter { $0.key != test.model }.sorted { $0.key < $1.key }
      let model = try DecisionModel(own.get(), imports: others.compactMap { try? $0.value.get() })
      return test.cases.map { run($0, of: model, file, now) }
    } catch {
      return test.cases.map { outcome(file, $0.id, .error, error.description) }
    }
  }

  private func run(
    _ test: ConformanceCase, of model: DecisionModel, _ file: String, _ now: DateTime?
  ) -> ConformanceOutcome {
    for result in test.results {
      let what = model.notApplicable(inDecision: result.name)
      if let first = what.first { return outcome(file, test.id, .ignored, "not applicable: \(first)") }
      var inputs = test.inputs
      for input in model.inputs {
        inputs[input.name] = inputs[input.name]?.reading(as: input.type)
      }
      let actual: DecisionModel.Result?
      if let invocable = test.invocable {
        actual = model.evaluate(function: invocable, inputs: inputs, now: now)
      } else {
        actual = model.evaluate(decision: result.name, inputs: inputs, now: now)
      }
      guard let actual else { return outcome(file, test.id, .error, "nothing is named \(result.name)") }
      var value = actual.value
      if test.invocable != nil, case .context(let outputs) = value, let output = outputs[result.name] {
        value = output
      }
      let expected = result.isError ? .value(.null) : result.expected
      if !expected.matches(value) {
        let why = actual.warnings.prefix(2).map { " (\($0.kind))" }.joined()
        return outcome(
          file, test.id, .error, "\(result.name): expected \(expected.value), found \(value)\(why)")
      }
    }
    return outcome(file, test.id, .success, "")
  }

  private func outcome(
    _ file: String, _ id: String, _ status: ConformanceOutcome.Status, _ detail: String
  ) -> ConformanceOutcome {
    ConformanceOutcome(folder: name, testFile: file, id: id, status: status, detail: detail)
  }
}
