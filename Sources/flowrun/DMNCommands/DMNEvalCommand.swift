import ArgumentParser
import DMN
import FEEL

/// `flowrun dmn eval`
struct DMNEvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Evaluate a decision or decision service of a DMN model.",
    discussion: """
      Writes the result as JSON; what FEEL has and JSON has not (dates, durations, numbers with fractions) as strings. Why \
      parts are null goes to the standard error. Imported models are looked for in the model's folder.

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
      let diagnostics = file.diagnostics
      if !diagnostics.isEmpty { try desk.render(diagnostics, sources: file.sources, toError: true) }
      guard let decision else {
        Output.write(description(of: model).text())
        return !model.faults.isEmpty
      }
      let inputs = try self.inputs(of: model)
      let now = ZoneFiles.now()
      guard
        let result = model.evaluate(decision: decision, inputs: inputs, now: now)
          ?? model.evaluate(function: decision, inputs: inputs, now: now)
      else {
        let known = (model.decisions + model.services).joined(separator: ", ")
        throw Failure(.unknownDecision, .noInput, ["name": decision, "path": self.model, "known": known])
      }
      Output.write(JSON(result.value).text())
      for warning in result.warnings {
        Output.write(desk.words.words(of: warning.kind).withoutControls + "\n", to: 2)
      }
      return false
    }
    if isFaulty { throw ToolStatus.found.code }
  }

  private func inputs(of model: DecisionModel) throws(Failure) -> Context {
    guard let input else { return Context() }
    let text: String
    do throws(TextFile.Fault) { text = try TextFile.contents(of: input) } catch { throw Failure(error) }
    guard case .context(let given)? = JSONReader.value(text) else {
      throw Failure(.notJSON, .data, ["path": input])
    }
    var inputs = given
    for known in model.inputs { inputs[known.name] = inputs[known.name]?.reading(as: known.type) }
    return inputs
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
