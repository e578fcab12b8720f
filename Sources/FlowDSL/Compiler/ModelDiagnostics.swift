import DMN
import FEEL

/// How faults of DMN models are told, with their places in the file of the model.
public struct ModelDiagnostics {
  private let source: (String) -> SourceText?

  /// - Parameter source: the text of a model by the name that its places bear.
  public init(_ source: @escaping (String) -> SourceText?) {
    self.source = source
  }

  /// The models of these files, whose paths are the names that places bear.
  public init(_ sources: [SourceText]) {
    let byPath = Dictionary(sources.map { ($0.path, $0) }) { first, _ in first }
    self.init { byPath[$0] }
  }

  /// Why a file is no model.
  public func diagnostic(of fault: ModelFault) -> Diagnostic {
    let (code, arguments) = fault.told
    return Diagnostic(code, at: place(fault.place), arguments)
  }

  /// Why a part of a model gives null: for a text of FEEL that has several faults, one for each.
  public func diagnostics(of fault: LogicFault) -> [Diagnostic] {
    func one(_ code: DiagnosticCode, _ arguments: [String: String] = [:]) -> [Diagnostic] {
      [Diagnostic(code, at: place(fault.place), arguments)]
    }
    switch fault.problem {
    case .syntax(_, let failure):
      return failure.faults.map { inner in
        Diagnostic(inner.codeInModel, at: place(of: inner.range, from: fault.place), inner.words)
      }
    case .undeclaredName(let inner):
      let words = inner.words.merging(["decision": fault.element]) { $1 }
      return [Diagnostic(.undeclaredName, at: place(of: inner.range, from: fault.place), words)]
    case .unknownType(let name): return one(.unknownItemType, ["name": name])
    case .recursiveType(let name): return one(.recursiveItemType, ["name": name])
    case .table(.outputValuesMissing(let policy)):
      return one(.outputValuesMissing, ["hit": policy.description])
    case .table(.aggregatesSeveralOutputs(let aggregation, _)):
      return one(.aggregatesSeveral, ["hit": "collect \(aggregation.rawValue)"])
    // The reader lets no such table through.
    case .table(.noOutputs), .table(.wrongTestCount), .table(.wrongOutputCount): return []
    case .notApplicable(.java): return one(.foreignLogic, ["kind": "Java"])
    case .notApplicable(.pmml): return one(.foreignLogic, ["kind": "PMML"])
    case .notApplicable(.language(let name)): return one(.foreignLogic, ["kind": name])
    }
  }

  private func place(_ place: TextPlace) -> Place {
    places(place)?.element(at: place) ?? Place(startOf: place.file ?? "")
  }

  private func place(of range: Range<Int>, from start: TextPlace) -> Place {
    places(start)?.place(of: range, from: start) ?? Place(startOf: start.file ?? "")
  }

  private func places(_ place: TextPlace) -> ModelPlaces? {
    source(place.file ?? "").map { ModelPlaces($0) }
  }
}

extension ModelFault {
  /// The code of the fault, and what its words mention.
  fileprivate var told: (DiagnosticCode, [String: String]) {
    switch self {
    case .markup(let fault): fault.kind.told
    case .notDMN(let element, let namespace, _): (.notDMN, ["element": element, "namespace": namespace])
    case .missingAttribute(let name, let element, _):
      (.attributeMissing, ["name": name, "element": element])
    case .missingElement(let name, let element, _): (.elementMissing, ["name": name, "element": element])
    case .unknownWord(let word, let attribute, _): (.unknownWord, ["found": word, "attribute": attribute])
    case .wrongEntryCount(let rule, let expected, let found, _):
      (.entryCount, ["row": String(rule), "expected": String(expected), "found": String(found)])
    case .unknownReference(let reference, _): (.unknownReference, ["name": reference])
    case .namespaceMissing(let reference, let whole, _):
      (.namespaceMissing, ["name": reference, "suggestion": whole])
    case .ambiguousImport(let namespace, let files, _):
      (.ambiguousImport, ["name": namespace, "files": files.joined(separator: ", ")])
    case .missingImport(let namespace, _): (.missingImport, ["name": namespace])
    case .cycle(let names, _): (.requirementCycle, ["chain": names.joined(separator: " → ")])
    case .tooDeep(let limit, _): (.requirementsTooDeep, ["limit": String(limit)])
    case .duplicateIdentifier(let id, _): (.duplicateIdentifier, ["name": id])
    }
  }
}

extension MarkupFault.Kind {
  fileprivate var told: (DiagnosticCode, [String: String]) {
    switch self {
    case .notUTF8: (.invalidUTF8, [:])
    case .tooLarge(let limit): (.markupLimit, ["bytes": String(limit)])
    case .tooDeep(let limit): (.markupLimit, ["depth": String(limit)])
    case .tooManyElements(let limit): (.markupLimit, ["elements": String(limit)])
    case .tooManyAttributes(let limit): (.markupLimit, ["attributes": String(limit)])
    case .doctype: (.doctype, [:])
    case .unknownEntity(let name): (.unknownEntity, ["name": name])
    case .unknownPrefix(let prefix): (.unknownPrefix, ["name": prefix])
    case .duplicateAttribute(let name): (.duplicateAttribute, ["name": name])
    case .wrongEndTag(let expected, let found): (.wrongEndTag, ["expected": expected, "found": found])
    case .notClosed(let name): (.elementNotClosed, ["name": name])
    case .expected(let expectation): (.markupUnexpected, ["expected": expectation.sign])
    case .outsideRoot: (.outsideRoot, [:])
    case .invalidCharacter: (.markupCharacter, [:])
    }
  }
}

extension MarkupFault.Expectation {
  /// What was expected, in signs that need no language.
  fileprivate var sign: String {
    switch self {
    case .element: "<…>"
    case .name: "a…z"
    case .valueInQuotes: "\"…\""
    case .closingQuote: "\""
    case .sign(let sign): sign
    }
  }
}

extension Fault {
  /// The code of a fault in a text of a model, where there is no "values" to spread it over.
  fileprivate var codeInModel: DiagnosticCode {
    switch kind {
    case .textTooLong: .modelTextTooLong
    case .nestedTooDeep: .modelTextTooDeep
    default: code
    }
  }
}
