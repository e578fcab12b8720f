import FlowDSL
import FlowRuntime

/// A vignette that a trainee walks, with the reference it is compared with.
struct Exercise {
  let vignette: VignetteSyntax
  let reference: ScenarioRunner.Result
  let clock: TrainingClock

  /// A vignette of a program. Its reference is walked at once; the time of the exercise goes on as the machine's does.
  init(
    _ vignette: VignetteSyntax, of program: Program, machine: @escaping () -> Instant = SystemClock.now
  ) {
    self.vignette = vignette
    reference = ScenarioRunner.run(vignette.reference, of: program)
    clock = TrainingClock(
      showing: reference.entries.first?.at ?? ScenarioRunner.defaultStart, machine: machine)
  }

  /// Keys of what the reference leaves open. Where it says that silence means no, a "no" by silence is none of these.
  var open: Set<String> {
    let silent = silent
    return reference.unspoken.filter { !silent.contains($0) }
  }

  /// Keys of what the reference answers with no, because the story says nothing of it.
  var silent: Set<String> {
    guard vignette.reference.otherwise?.value == .false else { return [] }
    return Set(
      reference.state.replies.filter { $0.category == "false" && reference.unspoken.contains($0.key) }
        .map(\.key))
  }

  /// A case of its own, begun with what the reference was handed, in the role of its person. Nothing of it is kept.
  func session(trainee: String, _ words: Wording) throws(CaseSession.Fault) -> CaseSession {
    let interpreter = Interpreter(reference.state.program)
    let first = reference.entries.first
    var start = Start(
      program: interpreter.program.hash, flow: vignette.flow.value, language: words.language.rawValue)
    if case .started(let given) = first?.event { start.given = given.given }
    var session = CaseSession(
      identifier: words(.trainCase), interpreter: interpreter, state: interpreter.initial,
      person: Person(identifier: trainee, role: first?.by.role ?? ""), journal: ExerciseJournal(),
      clock: { [clock] in clock.now }, offset: { _ in first?.offset ?? .utc })
    try session.say(.started(start))
    return session
  }

  /// What is read first.
  func story(_ words: Wording) -> Screen {
    let language = words.language.rawValue
    var screen = Screen()
    screen.add(vignette.title.words(language), .title, indent: 2)
    screen.space()
    screen.add(vignette.story.words(language), indent: 2)
    return screen
  }

  /// What the person answers in their own words where something is asked.
  func says(at open: OpenStep) -> Words? {
    text(of: open.path.keys(item: open.item), in: vignette.says)
  }

  /// Why the reference answers so.
  func teaches(_ reply: Reply) -> Words? {
    text(of: reply.path.keys(item: reply.item) + reply.path.keys(item: nil), in: vignette.teaches)
  }

  /// Why a fact is answered so, wherever it is asked.
  func teaches(fact: String) -> Words? {
    vignette.teaches.first { $0.name.value == fact || $0.name.value.hasSuffix(".\(fact)") }?.text.words
  }

  private func text(of keys: [String], in texts: [NamedTextSyntax]) -> Words? {
    keys.lazy.compactMap { key in texts.first { $0.name.value == key }?.text.words }.first
  }
}
