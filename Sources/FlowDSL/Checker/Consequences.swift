/// Leaves out what only follows from another mistake, so that one mistake is one message.
///
/// A file that cannot be read may declare any name, set any fact and produce any document; a name that is broken stands for
/// anything. Where such a thing is reported, nothing is said of what a flow, a scenario or a document lacks because of it:
/// it is checked once the mistake is mended. No flow becomes free of errors by what is left out here.
struct Consequences {
  private let folder: ProtocolSyntax
  /// For each flow, those it runs, and what these run.
  private let reached: [String: Set<String>]
  /// The flow of each file, and of each scenario and vignette.
  private let flows: [String: String]
  private let scenarios: [String: String]
  private let documents: [String: Set<String>]

  /// The diagnostics of a folder that are no consequence of others.
  static func leftOut(of diagnostics: [Diagnostic], in folder: ProtocolSyntax) -> [Diagnostic] {
    guard diagnostics.contains(where: { $0.severity == .error }) else { return diagnostics }
    let told = Misnaming.told(diagnostics, in: folder.sources)
    return Consequences(folder).filtered(told)
  }

  private init(_ folder: ProtocolSyntax) {
    self.folder = folder
    let calls = CallGraph(folder.flows).calls.mapValues { Set($0.map(\.flow.value)) }
    reached = Dictionary(uniqueKeysWithValues: calls.keys.map { ($0, Self.reached(from: $0, calls)) })
    flows = Dictionary(folder.flows.map { ($0.file, $0.name.value) }) { first, _ in first }
    let walked = folder.scenarios + folder.vignettes.map(\.reference)
    scenarios = Dictionary(walked.map { ($0.file, $0.flow.value) }) { first, _ in first }
    var documents: [String: Set<String>] = [:]
    for flow in folder.flows {
      for name in flow.steps.flatMap(\.all).flatMap(\.documents) {
        documents["documents/\(name.value).yaml", default: []].insert(flow.name.value)
      }
    }
    self.documents = documents
  }

  private static func reached(from flow: String, _ calls: [String: Set<String>]) -> Set<String> {
    var reached: Set<String> = []
    var next = [flow]
    while let flow = next.popLast() {
      for callee in calls[flow] ?? [] where reached.insert(callee).inserted { next.append(callee) }
    }
    return reached
  }

  private func filtered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let errors = diagnostics.filter { $0.severity == .error }
    let misnamed = Set(errors.filter(\.code.isOfNames).compactMap { flows[$0.place.file] })
    let unsettled = misnamed.union(errors.filter(\.code.isOfTypes).compactMap { flows[$0.place.file] })
    let unsure = misnamed.union(folder.brokenFlows)
    let isDocumentUnknown = errors.contains { $0.code == .unknownDocument }
    let isAnythingUnsure = !unsure.isEmpty || folder.hasBrokenRoles || folder.hasBrokenDirectory
    let isSharedUnsure = errors.contains { $0.place.file == ProtocolFolder.sharedFile }
    let recipients = Set(errors.filter(\.code.isOfRoles).compactMap(\.unknownName))
    let missingEnds = missingEnds(errors)
    var named: [Naming: Place] = [:]
    let left = diagnostics.sortedByUrgency.filter { diagnostic in
      let file = diagnostic.place.file
      let code = diagnostic.code
      if isSharedUnsure, file != ProtocolFolder.sharedFile, code.isOfShared { return false }
      if let recipient = diagnostic.arguments["recipient"], recipients.contains(recipient) { return false }
      if code == .unknownStep, missingEnds[file]?.contains(diagnostic.arguments["name"] ?? "") == true {
        return false
      }
      switch code {
      case .documentNotUsed where isDocumentUnknown || !unsure.isEmpty: return false
      case .unusedType where flows[file] == nil && !unsure.isEmpty: return false
      case .countedNeverReached, .countedNeverWalked, .articleNotCited: if !unsure.isEmpty { return false }
      default: break
      }
      if let flow = flows[file] {
        let runsUnsure = !(reached[flow] ?? []).isDisjoint(with: unsure)
        if code.isOfWalks, unsettled.contains(flow) || runsUnsure { return false }
        if code.isOfCalls, runsUnsure { return false }
      } else if let flow = scenarios[file] {
        if !(reached[flow] ?? []).union([flow]).isDisjoint(with: unsure) { return false }
        if code.isOfRoles, isAnythingUnsure { return false }
      } else if file.hasPrefix("documents/") {
        if code.isOfRoles, isAnythingUnsure { return false }
        let producers = documents[file] ?? []
        let parts = producers.reduce(into: producers) { $0.formUnion(reached[$1] ?? []) }
        if code.isOfDocuments, !parts.isDisjoint(with: unsettled.union(unsure)) { return false }
      } else if file == ProtocolFolder.indicatorsFile, code.isOfNames, !unsure.isEmpty {
        return false
      }
      // A name that is wrong in one file is said once.
      guard let name = diagnostic.unknownName else { return true }
      let place = scenarios[file] == nil ? file : "scenarios/"
      return named.updateValue(diagnostic.place, forKey: Naming(name: name, file: place)) == nil
    }
    return left.map { diagnostic in
      guard diagnostic.code == .lastStepNotEnd, let ends = missingEnds[diagnostic.place.file] else {
        return diagnostic
      }
      return Diagnostic(
        diagnostic.code, at: diagnostic.place,
        [
          "name": diagnostic.arguments["name"] ?? "",
          "ends": ends.map { "- end: \($0)" }.joined(separator: ", "),
        ])
    }
  }

  /// In files whose flow does not end: the steps that routes lead to and that are not there, which are its ends.
  private func missingEnds(_ errors: [Diagnostic]) -> [String: [String]] {
    let files = Set(errors.filter { $0.code == .lastStepNotEnd }.map(\.place.file))
    var ends: [String: [String]] = [:]
    for error in errors where error.code == .unknownStep && files.contains(error.place.file) {
      guard let name = error.arguments["name"], ends[error.place.file]?.contains(name) != true else {
        continue
      }
      ends[error.place.file, default: []].append(name)
    }
    return ends
  }

  private struct Naming: Hashable {
    let name: String
    let file: String
  }
}

extension DiagnosticCode {
  /// Something is named that is not there, or two things bear one name: what the flow means is not known.
  var isOfNames: Bool {
    switch self {
    case .unknownDueStart, .duplicateStep, .recursiveType, .routeBackward, .routeOutOfBlock, .unexpectedToken,
      .invalidCharacter, .textNotClosed, .commentNotClosed, .valueWithoutQuotes, .booleanAsWord, .misnamed,
      .unknownField, .unknownFunction, .stepRunsNoFlow, .lastStepNotEnd, .endInBranch, .endWithThen,
      .unknownModel, .unknownDecision, .unknownModelInput, .modelInputMissing, .unknownEntry:
      true
    default: isUnknownName
    }
  }

  /// Something is named that is not there.
  var isUnknownName: Bool {
    switch self {
    case .unknownFact, .unknownType, .unknownStep, .unknownFlow, .unknownInput, .unknownOutput,
      .unknownStepOfPath, .unknownName, .unknownSource, .unknownRole, .unknownCategory, .unknownRecipient,
      .unknownService, .nothingAsked, .unknownOutcome, .unknownInterrupt, .notReportable, .unknownDocument,
      .notAChoice, .notInScale, .unknownLabel:
      true
    default: false
    }
  }

  /// A value does not fit where it stands.
  var isOfTypes: Bool { rawValue.hasPrefix("F4") && !isOfWalks }

  /// Whether it is known only of a flow that can be walked: what is set, read, covered or reached.
  var isOfWalks: Bool {
    switch self {
    case .unusedFact, .unusedType, .factNeverSet, .factReadBeforeSet, .conditionUndecided, .unreachableStep,
      .resultChoice, .neverHolds, .passedOverGoesOn, .readsOtherBranch:
      true
    default: rawValue.hasPrefix("F50")
    }
  }

  /// Whether it is about what two flows hand to one another.
  var isOfCalls: Bool {
    switch self {
    case .unknownInput, .unknownOutput, .missingInput, .inputType, .outputType, .unknownStepOfPath,
      .resultChoice:
      true
    default: false
    }
  }

  /// Whether it may follow from what the folder shares.
  var isOfShared: Bool {
    switch self {
    case .valueDoesNotFit, .replyDoesNotFit: true
    default: isOfNames || isOfTypes || isOfWalks || isOfCalls
    }
  }

  /// Whether it is about a role or a category.
  var isOfRoles: Bool { self == .unknownRole || self == .unknownRecipient || self == .unknownCategory }

  /// Whether it is about what a document finds in the flow that produces it.
  var isOfDocuments: Bool {
    switch self {
    case .documentNotToBeSeen, .documentNotShared, .documentWithoutGround, .missingTranslation: true
    default: isOfNames || isOfTypes || isOfWalks
    }
  }
}

extension Diagnostic {
  /// The name that is not there, where it is about one.
  var unknownName: String? {
    guard code.isUnknownName else { return nil }
    return arguments["name"] ?? arguments["found"]
  }
}
