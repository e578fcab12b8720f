import Testing

@testable import FlowDSL

/// Vignettes: how they are read, and what is said against them.
@Suite struct VignetteTests {
  static let flow = """
    flow: first-words
    version: 1.0.0
    title: {fr: Premiers mots, en: First words}
    languages: [fr, en]
    facts: {safe_here: {type: boolean, about: victim}}
    steps:
      - ask: welcome
        questions: {safe_here: {fr: En sécurité ?, en: Safe?}}
      - end: received

    """
  static let vignette = """
    vignette: quiet-voice
    flow: first-words
    title: {fr: À voix basse, en: In a low voice}
    level: basic
    trains: {fr: Entendre la peur, en: Hearing fear}
    story: {fr: Une voix basse., en: A low voice.}
    says: {safe_here: {fr: Non., en: No.}}
    reference: {safe_here: false}
    teaches: {welcome: {fr: Écouter., en: Listen.}}
    expect: {outcome: received}

    """

  static func check(_ vignette: String, path: String = "training/quiet-voice.yaml") -> [Diagnostic] {
    FlowCompiler.checkBeyondWords([
      SourceText(path: "first-words.yaml", text: flow), SourceText(path: path, text: vignette),
    ])
  }

  @Test func itsReferenceIsAScenario() throws {
    let (file, diagnostics) = SyntaxReader.read(SourceText(path: "a.yaml", text: VignetteTests.vignette))
    #expect(diagnostics == [])
    guard case .vignette(let vignette) = try #require(file) else { throw CancellationError() }
    #expect(vignette.name.value == "quiet-voice" && vignette.flow.value == "first-words")
    #expect(vignette.level.value == .basic)
    #expect(vignette.reference.answers.map(\.key.value) == ["safe_here"])
    #expect(vignette.reference.expect?.outcome?.value == "received")
    #expect(vignette.says.map(\.name.value) == ["safe_here"])
    #expect(VignetteTests.check(VignetteTests.vignette) == [])
  }

  /// What is changed in the vignette, and the code that says so.
  static let faults: [(old: String, new: String, code: DiagnosticCode)] = [
    ("says: {safe_here", "says: {safe_her", .nothingAsked),
    ("teaches: {welcome", "teaches: {welcom", .nothingAsked),
    ("{safe_here: false}", "{safe_her: false}", .nothingAsked),
    ("{safe_here: false}", "{safe_here: 3}", .replyDoesNotFit),
    ("fr: Une voix basse., ", "", .missingTranslation), ("level: basic", "level: hard", .notOneOf),
    ("flow: first-words", "flow: other", .unknownFlow),
    ("outcome: received", "outcome: other", .unknownOutcome),
    ("trains: ", "trainz: ", .unknownKey),
  ]

  @Test(arguments: faults.indices) func faultsAreNamed(_ index: Int) {
    let (old, new, code) = VignetteTests.faults[index]
    let text = VignetteTests.vignette.replacing(old, with: new)
    #expect(text != VignetteTests.vignette)
    #expect(VignetteTests.check(text).map(\.code).contains(code), "\(VignetteTests.check(text).map(\.code))")
  }

  @Test func itLiesInItsFolder() {
    let found = VignetteTests.check(VignetteTests.vignette, path: "scenarios/quiet-voice.yaml")
    #expect(found.map(\.code) == [.misplacedFile])
    #expect(found.first?.arguments["folder"] == "training/")
  }
}
