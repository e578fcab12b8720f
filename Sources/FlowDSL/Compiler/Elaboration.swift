import FEEL

/// Makes a compiled flow of a flow as written, and finds on the way what does not hold together.
///
/// One pass over the steps in the order of the text, which is an order of the routes too, so that at each step it is
/// known which facts are certainly not null there. It goes on after a fault, so that one run shows all of them; a
/// flow with an error is never walked.
struct Elaboration {
  let signature: FlowSignature
  let surroundings: Surroundings
  var diagnostics: [Diagnostic]
  /// Facts that something reads, and facts that anything mentions.
  var read: Set<Int> = []
  var mentioned: Set<Int> = []
  /// What is known where a walk arrives at each step; `nil` where none does.
  var arriving: [Knowledge?]
  /// What is known at the end of each branch, by block.
  var leaving: [Int: Knowledge] = [:]
  /// What is known at the ends of the flow.
  var atEnd: Knowledge?
  /// Facts that an interrupt may set to null at any moment, and facts it may set at all.
  let interruptible: (null: Set<Int>, any: Set<Int>)
  /// For each fact, whether all that asks for it makes sure that it is answered.
  let alwaysAnswered: Set<Int>
  /// Facts that something in the flow sets, or that come from outside.
  let written: Set<Int>
  var reportedUnset: Set<Int> = []
  /// Facts that another branch sets at the same time, with its name.
  var foreign: [Int: String] = [:]
  var reportedForeign: Set<Int> = []
  /// Values that facts are limited to, by slot.
  var allowed: [Int: CompiledUnaryTests] = [:]
  /// The ends that other facts or the moment set to them, by slot.
  var bounds: [Int: [Bound]] = [:]
  /// Evaluations left for trying cases, so that no flow takes long to check.
  var effort = 2_000_000
  var steps: [Step] = []
  /// What the steps produce, in the order of the text.
  var productions: [Production] = []
  var scopes: (known: Set<Int>, isAtEntry: Bool, scope: Scope)?
  /// Whether what is compiled is evaluated at an entry, and so may read its moment.
  var isAtEntry = true
  /// Whether something reads it.
  var readsMoment = false

  /// The edition by which the flow is read.
  var edition: Edition { surroundings.edition }
  var flow: FlowSyntax { signature.flow }
  var facts: FactTable { signature.facts }
  var outline: Outline { signature.outline }

  init(_ signature: FlowSignature, in surroundings: Surroundings) {
    self.signature = signature
    self.surroundings = surroundings
    diagnostics = signature.types.diagnostics
    arriving = Array(repeating: nil, count: signature.outline.entries.count)
    interruptible = Self.interruptible(signature, surroundings)
    alwaysAnswered = Self.alwaysAnswered(signature, surroundings)
    written = Set(
      FactsSet(surroundings: surroundings).facts(by: signature.flow.steps)
        .compactMap { signature.facts.slot(of: $0.value) }
    ).union(signature.takes).union(interruptible.any)
  }

  /// What came of a flow.
  struct Result {
    let flow: Flow
    let diagnostics: [Diagnostic]
    /// Names of the facts it gives that are not null at any of its ends.
    let certain: Set<String>
    /// Names of the facts it gives that somebody was asked about on every walk.
    let asked: Set<String>
  }

  /// The flow compiled, with what is wrong with it.
  mutating func result() -> Result {
    let known = Knowledge(certain: [], settable: Set(signature.takes).union(interruptible.any))
    compileAllowed()
    if !outline.entries.isEmpty { arriving[0] = known }
    arriveByInterrupts()
    elaborate(block: 0)
    let interrupts = flow.interrupts.compactMap { interrupt($0) }
    isAtEntry = false
    let needs = flow.needs.compactMap { need($0) }
    let guarantees = flow.guarantees.compactMap { guarantee($0) }
    checkDeclarations()
    diagnostics += TranslationCheck.check(flow) + CitationCheck.check(flow, sources: signature.sources)
    let compiled = Flow(
      name: flow.name.value, version: flow.version.value, title: flow.title.words,
      summary: flow.summary?.words,
      notice: flow.notice?.words, languages: flow.languages.map(\.value),
      sources: Dictionary(signature.sources.map { ($0.name.value, $0.publication.words) }) { first, _ in first
      },
      facts: compiledFacts(), takes: signature.takes, gives: signature.gives, steps: steps, first: 0,
      productions: productions, interrupts: interrupts, needs: needs, guarantees: guarantees,
      outcomes: signature.outcomes, readsMoment: readsMoment)
    let certain = Set(signature.gives).intersection(atEnd?.certain ?? [])
    let asked = Set(signature.gives).intersection((atEnd?.asked ?? []).union(atEnd?.certain ?? []))
    return Result(
      flow: compiled, diagnostics: diagnostics, certain: Set(certain.map { facts.names[$0] }),
      asked: Set(asked.map { facts.names[$0] }))
  }

  /// Says what is wrong.
  mutating func report(
    _ code: DiagnosticCode, at place: Place, _ arguments: [String: String] = [:],
    related: [Diagnostic.Related] = []
  ) {
    diagnostics.append(Diagnostic(code, at: place, arguments, related: related))
  }

  /// The slot of a fact named in the text, with a diagnostic where there is none.
  mutating func slot(of name: Located<String>) -> Int? {
    guard let slot = facts.slot(of: name.value) else {
      report(
        .unknownFact, at: name.place,
        ["name": name.value, "nearest": Nearest.name(to: name.value, among: facts.names) ?? ""])
      return nil
    }
    mentioned.insert(slot)
    return slot
  }

  /// The slot of a fact that has to be of a type.
  mutating func slot(of name: Located<String>, type expected: ValueType) -> Int? {
    guard let slot = slot(of: name) else { return nil }
    let found = facts[slot].type
    guard found == expected || found == .any else {
      report(
        .factType, at: name.place,
        ["name": name.value, "expected": expected.written, "found": found.written],
        related: [.init(.declared, at: facts[slot].syntax.type.place)])
      return nil
    }
    return slot
  }
}
