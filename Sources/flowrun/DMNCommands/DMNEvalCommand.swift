import ArgumentParser
import DMN
import FEEL
import FlowDSL

/// `flowrun dmn eval`
struct DMNEvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Evaluate a decision or decision service of a DMN model.",
    discussion: """
      Writes the result as JSON, numbers with all their digits; what FEEL has and JSON has not (dates, durations) as \
      strings. Why parts are null, and which inputs nothing takes, goes to the standard error. Imported models are looked \
      for in the model's folder; what they are handed stands in an object under the import's name.

      Examples:
        flowrun dmn eval lending.dmn                                             what the model holds
        flowrun dmn eval lending.dmn --decision Approval --input applicant.json  one decision
      """)

  @Argument(help: ArgumentHelp("The model.", valueName: "model"))
  var model: String
  @Option(help: ArgumentHelp("A decision, or a decision service.", valueName: "name"))
  var decision: String?
  @Option(
    help: ArgumentHelp("The inputs by name, as a JSON object; - is the standard input.", valueName: "file"))
  var input: String?
  @OptionGroup var language: LanguageOption

  func run() throws {
    let desk = try Desk(language.language)
    let isFaulty = try desk.run { () throws(Failure) in
      ZoneFiles.use()
      let file = try DMNFiles.model(self.model, desk)
      let model = file.model
      let diagnostics = decision == nil ? file.diagnostics + file.undeclared : file.diagnostics
      if !diagnostics.isEmpty { try desk.render(diagnostics, sources: file.sources, toError: true) }
      guard let decision else {
        Output.write(description(of: model).text())
        return !diagnostics.isEmpty
      }
      let given = try self.given()
      let now = ZoneFiles.now()
      let untaken: [String]
      let result: DecisionModel.Result
      if let value = model.evaluate(decision: decision, inputs: model.reading(given), now: now) {
        result = value
        untaken = model.untaken(given)
      } else if let value = model.evaluate(
        function: decision, inputs: model.reading(given, forFunction: decision), now: now)
      {
        result = value
        untaken = model.untaken(given, forFunction: decision)
      } else {
        let known = (model.decisions + model.services).joined(separator: ", ")
        throw Failure(.unknownDecision, .noInput, ["name": decision, "path": self.model, "known": known])
      }
      Output.write(JSON(result.value).text())
      for name in untaken {
        let nearest = Nearest.name(to: name, among: model.takenNames).map { ["nearest": $0] } ?? [:]
        let words = desk.words(.inputNotTaken, ["name": name, "nearest": ""].merging(nearest) { $1 })
        Output.write(words.withoutControls + "\n", to: 2)
      }
      for warning in result.warnings {
        Output.write(desk.words.words(of: warning.kind).withoutControls + "\n", to: 2)
      }
      return false
    }
    if isFaulty { throw ToolStatus.found.code }
  }

  /// The inputs as the file gives them.
  private func given() throws(Failure) -> Context {
    guard let input else { return Context() }
    let text: String
    do throws(TextFile.Fault) { text = try TextFile.contents(of: input) } catch { throw Failure(error) }
    let value: Value
    do throws(JSONReader.Fault) { value = try JSONReader.read(text) } catch {
      throw Failure(error, path: input)
    }
    guard case .context(let given) = value else { throw Failure(.notJSON, .data, ["path": input]) }
    return given
  }

  private func description(of model: DecisionModel) -> JSON {
    .object([
      ("model", .string(model.name)), ("decisions", .array(model.decisions.map { .string($0) })),
      ("services", .array(model.services.map { .string($0) })),
      (
        "inputs",
        .array(
          model.inputs.map {
            .object([("name", .string($0.name)), ("type", .string($0.type.description))])
          })
      ),
    ])
  }
}

extension Failure {
  /// A file whose text is not JSON.
  fileprivate init(_ fault: JSONReader.Fault, path: String) {
    var arguments = ["path": path, "line": String(fault.line), "column": String(fault.column)]
    let name: Name
    switch fault.kind {
    case .unexpected: name = .jsonUnexpected
    case .nameTwice(let written):
      name = .jsonNameTwice
      arguments["name"] = written
    case .number: name = .jsonNumber
    case .tooDeep: name = .jsonTooDeep
    }
    self.init(name, .data, arguments)
  }
}
