import FEEL

/// Checks the flows of a folder, each after those it runs, and what stands beside them.
struct FolderChecker {
  let folder: ProtocolSyntax
  private(set) var surroundings: Surroundings
  private var found: [Diagnostic] = []
  /// What is wrong. Of a name that a file with a fault may declare, nothing is said: the fault of that file is enough.
  var diagnostics: [Diagnostic] {
    var silent: Set<DiagnosticCode> = []
    if folder.hasBrokenDirectory {
      silent.formUnion([.unknownCategory, .unknownService, .unknownRecipient])
    }
    if folder.hasBrokenRoles { silent.formUnion([.unknownRole, .unknownRecipient]) }
    if folder.hasBrokenCalendar { silent.insert(.calendarMissing) }
    return found.filter { !silent.contains($0.code) }
  }
  /// Whether no flow runs itself, or others too deep or too often.
  private var isBounded = true
  /// The flows compiled, by name; of use only where there is no error.
  private(set) var compiled: [String: Flow] = [:]

  /// A checker; `indices` are the names of the flows in the order of the program.
  init(_ folder: ProtocolSyntax, indices: [String], edition: Edition = .current) {
    self.folder = folder
    var signatures: [String: FlowSignature] = [:]
    for flow in folder.flows {
      if let other = signatures[flow.name.value] {
        found.append(
          Diagnostic(
            .duplicateFlow, at: flow.name.place, ["name": flow.name.value],
            related: [.init(.first, at: other.flow.name.place)]))
      } else {
        signatures[flow.name.value] = FlowSignature(flow, shared: folder.shared)
      }
    }
    surroundings = Surroundings(
      edition: edition, signatures: signatures,
      indices: Dictionary(indices.enumerated().map { ($1, $0) }) { first, _ in first },
      broken: folder.brokenFlows.union(folder.brokenModels),
      models: ModelFolder(folder, flows: folder.flows, edition: edition),
      roles: Set(folder.roles?.roles.map(\.name.value) ?? []),
      categories: Set(folder.directories.flatMap { $0.categories.map(\.name.value) }),
      services: Set(folder.directories.flatMap { $0.services.map(\.name.value) }),
      calendar: folder.calendar?.calendar,
      documents: Dictionary(folder.documents.map { ($0.name.value, $0) }) { first, _ in first },
      brokenDocuments: folder.brokenDocuments)
  }

  /// Checks and compiles the flows; for an author, what deserves a look too.
  mutating func checkFlows(forAuthors: Bool = false) {
    surroundings.isThorough = forAuthors
    // What they share says what their types are: one fault there is told once, not in every flow.
    if folder.isSharedBroken { return }
    if let shared = folder.shared {
      let faults = SharedCheck.check(shared, folder.flows)
      found += faults
      if faults.contains(where: { $0.severity == .error }) { return }
    }
    let graph = CallGraph(folder.flows)
    let faults = FlowGraphCheck.check(folder.flows, graph)
    isBounded = faults.isEmpty
    found += faults
    for name in graph.order(of: folder.flows.map(\.name.value)).order {
      guard let signature = surroundings.signatures[name] else { continue }
      var elaboration = Elaboration(signature, in: surroundings)
      let result = elaboration.result()
      found += result.diagnostics
      compiled[name] = result.flow
      surroundings.certain[name] = result.certain
      surroundings.asked[name] = result.asked
    }
    checkGuarantees(graph)
    found += DocumentCheck.check(folder.documents, surroundings)
    keepOneOfEach()
  }

  /// What can be told of guarantees without a walk; nothing of flows with a fault, and of those that run one: where their steps
  /// lead is not known.
  private mutating func checkGuarantees(_ graph: CallGraph) {
    let faulty = Set(found.filter { $0.severity == .error }.map(\.place.file))
    let whole = Set(folder.flows.filter { !faulty.contains($0.file) }.map(\.name.value))
    let sound = folder.flows.filter { flow in
      graph.reachable(from: flow.name.value).allSatisfy { name in
        whole.contains(name) && (graph.calls[name] ?? []).allSatisfy { whole.contains($0.flow.value) }
      }
    }
    let names = Set(sound.map(\.name.value))
    var reach = GuaranteeReach(compiled.filter { names.contains($0.key) }, indices: surroundings.indices)
    for flow in sound { reach.check(flow) }
    found += reach.diagnostics
  }

  /// Where several steps produce a document, or several flows know what the folder shares, a fault of it is told once.
  private mutating func keepOneOfEach() {
    let files = Set(folder.documents.map(\.file) + [folder.shared?.file].compactMap(\.self))
    guard !files.isEmpty else { return }
    var told: Set<Diagnostic> = []
    found.removeAll { diagnostic in
      guard files.contains(diagnostic.place.file) else { return false }
      return !told.insert(diagnostic.withoutRelated).inserted
    }
  }

  /// Checks roles, directory, scenarios, and that each document is produced by a step.
  mutating func checkRest() {
    found += DocumentCheck.unused(folder.documents, of: folder.flows)
    let languages = folder.flows.flatMap { $0.languages.map(\.value) }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    found += DirectoryCheck.check(folder.directories, languages: languages)
    if !folder.hasBrokenDirectory { found += DirectoryCheck.unreachable(folder.flows, folder.directories) }
    if folder.isSharedBroken { return }
    let order = folder.flows.compactMap { surroundings.signatures[$0.name.value] }
    found += ScreenCheck.check(order)
    found += ScreenCheck.oneLanguage(folder.roles?.roles.map(\.text) ?? [], of: languages)
    checkIndicators()
    if let shared = folder.shared {
      found += SharedCheck.unused(shared, surroundings.signatures.values)
      let texts = shared.sources.map(\.publication) + shared.types.flatMap(\.labels).map(\.text)
      found += TranslationCheck.missing(texts, of: languages)
    }
    // Paths of flows without bound are not followed.
    if isBounded {
      found += ScenarioCheck.check(
        folder.scenarios + folder.vignettes.map(\.reference), surroundings)
      found += VignetteCheck.check(folder.vignettes, surroundings)
    }
    found += TranslationCheck.missing(folder.roles?.roles.map(\.text) ?? [], of: languages)
  }

  /// Checks the articles that are cited, and on a day, where one is told, how old the table of them is.
  mutating func checkLaw(on today: CalendarDate?) {
    guard let check = LawCheck(folder) else { return }
    found += check.diagnostics
    if let today { found += check.diagnostics(on: today) }
    let languages = folder.flows.flatMap { $0.languages.map(\.value) }
    found += TranslationCheck.missing(folder.law?.articles.map(\.says) ?? [], of: Set(languages).sorted())
  }

  /// Checks what is counted over the cases.
  mutating func checkIndicators() {
    guard let indicators = folder.indicators else { return }
    let languages = Set(folder.flows.flatMap { $0.languages.map(\.value) }).sorted()
    found += IndicatorCheck.check(indicators, shared: folder.shared, CallGraph(folder.flows), surroundings)
    found += TranslationCheck.missing(indicators.texts, of: languages)
    if let shared = folder.shared { found += SharedCheck.repeated(indicators, shared) }
  }
}
