/// All that a protocol folder holds, as written, with what is wrong with it so far (grammar, section 1).
public struct ProtocolSyntax: Sendable, Hashable {
  /// Flows without a fault of YAML or syntax, in the order of their paths.
  public var flows: [FlowSyntax] = []
  /// From `roles.yaml`.
  public var roles: RolesSyntax?
  /// From `shared.yaml`.
  public var shared: SharedSyntax?
  /// Whether `shared.yaml` is there and cannot be read; no flow can then be checked.
  public var isSharedBroken = false
  /// From `calendar.yaml`.
  public var calendar: CalendarSyntax?
  /// Whether `calendar.yaml` is there and cannot be read.
  public var hasBrokenCalendar = false
  /// From the folder `directory/`.
  public var directories: [DirectorySyntax] = []
  /// From the folder `scenarios/`.
  public var scenarios: [ScenarioSyntax] = []
  /// From the folder `training/`.
  public var vignettes: [VignetteSyntax] = []
  /// From the folder `documents/`.
  public var documents: [DocumentSyntax] = []
  /// From `indicators.yaml`.
  public var indicators: IndicatorsSyntax?
  /// From `law.yaml`.
  public var law: LawSyntax?
  /// Names of flows whose file has an error of YAML or syntax; they exist, but cannot be checked further.
  public var brokenFlows: Set<String> = []
  /// Whether a file of the directory has an error of YAML or syntax: it may declare categories and services that are not
  /// known.
  public var hasBrokenDirectory = false
  /// Whether `roles.yaml` has one: it may declare roles that are not known.
  public var hasBrokenRoles = false
  /// Names of documents whose file has an error of YAML or syntax.
  public var brokenDocuments: Set<String> = []
  /// Files of DMN models that cannot be read from the disk, or are no text.
  public var brokenModels: Set<String> = []
  /// Every file read, DMN models among them, by rising path. They are what the rest was read from, so they are not replaced
  /// here: other texts are read anew.
  public private(set) var sources: [SourceText] = []
  /// Faults of YAML and of syntax, in the order of the files.
  public var diagnostics: [Diagnostic] = []
  /// What the hash of a program is made of, by path, where it is at hand; always of the texts in `sources`.
  private(set) var forms: [String: CanonicalForm] = [:]

  /// An empty folder.
  public init() {}

  /// A folder of these texts, of which nothing is read yet.
  ///
  /// - Parameter forms: What is known of the texts, by path.
  init(_ sources: [SourceText], forms: [String: CanonicalForm]) {
    self.sources = sources
    self.forms = forms
  }
}

extension ProtocolSyntax {
  /// Gives each flow what the folder shares and it names.
  mutating func share() {
    guard let shared else { return }
    let documents = Dictionary(documents.map { ($0.name.value, $0.named) }) { first, _ in first }
    let takes = Dictionary(flows.map { ($0.name.value, $0.takes.map(\.value)) }) { first, _ in first }
    flows = flows.map { flow in
      let produced = flow.steps.flatMap(\.all).flatMap(\.documents).flatMap { documents[$0.value] ?? [] }
      let called = CallGraph([flow.taking(shared)]).calls.values.joined().flatMap {
        takes[$0.flow.value] ?? []
      }
      return flow.knowing(shared, others: Set(produced).union(called))
    }
  }
}
