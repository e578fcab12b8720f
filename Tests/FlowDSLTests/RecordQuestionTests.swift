import FEEL
import Testing

@testable import FlowDSL

/// Records that are asked, the words of their fields, units in several languages, what may be handed to the person.
@Suite struct RecordQuestionTests {
  private static func flow(type: String, more: String = "") -> String {
    """
    flow: family
    version: 1.0.0
    title: {fr: Famille, en: Family}
    languages: [fr, en]
    types:
      school: {name: text}
      sex: {type: [girl, boy], labels: {girl: {fr: fille, en: girl}, boy: {fr: garçon, en: boy}}}
      child: {type: {initial: text, age: number, sex: sex}, labels: {initial: {fr: Initiale, en: Initial}, age: {fr: Âge, en: Age}, sex: {fr: Sexe, en: Sex}}}
      deep: {initial: text, school: school}
    facts:
      children: {type: \(type), about: child\(more)}
    steps:
      - ask: family
        questions:
          children: {fr: Quels enfants ?, en: Which children?}
      - end: done
    """
  }

  private static func compiled(_ text: String) throws -> Flow {
    let (program, diagnostics) = FlowCompiler.compile(
      main: "family", sources: [SourceText(path: "family.yaml", text: text)])
    return try #require(program, "\(diagnostics.map { "\($0.code) \($0.arguments)" })").flows[0]
  }

  @Test(arguments: ["child", "list of child"]) func recordsAreAskedWithTheWordsOfTheirFields(_ type: String)
    throws
  {
    let fact = try Self.compiled(Self.flow(type: type)).facts[0]
    #expect(fact.labels["age"]?("fr") == "Âge")
    #expect(fact.labels["girl"]?("fr") == "fille")
  }

  @Test(arguments: ["deep", "list of deep"]) func aRecordInsideARecordIsNot(_ type: String) {
    let diagnostics = FlowCompiler.check([SourceText(path: "family.yaml", text: Self.flow(type: type))])
    #expect(diagnostics.filter { $0.severity == .error }.map(\.code) == [.notAnswerable])
  }

  @Test func aFieldWithoutWordsAndWordsWithoutAFieldAreSaid() {
    let text = Self.flow(
      type: "{initial: text, age: number}",
      more: ", labels: {initial: {fr: Initiale, en: Initial}, size: {fr: Taille, en: Size}}")
    let codes = FlowCompiler.check([SourceText(path: "family.yaml", text: text)]).map(\.code)
    #expect(codes.contains(.unknownLabel), "\(codes)")
  }

  @Test func aUnitHasWordsInEachLanguage() throws {
    let text = Self.flow(type: "number", more: ", unit: {fr: ans, en: years}")
    #expect(try Self.compiled(text).facts[0].unit?("fr") == "ans")
    let plain = Self.flow(type: "number", more: ", unit: km")
    #expect(try Self.compiled(plain).facts[0].unit?("fr") == "km")
    let half = Self.flow(type: "number", more: ", unit: {fr: ans}")
    let codes = FlowCompiler.check([SourceText(path: "family.yaml", text: half)]).map(\.code)
    #expect(codes.contains(.missingTranslation))
  }

  @Test func whatMayBeHandedIsSaidForAQuestionOrForAll() throws {
    let text = Self.flow(type: "number")
    let one = text.replacing("en: Which children?}", with: "en: Which children?, hand: person}")
    let all = text.replacing("- ask: family", with: "- ask: family\n    hand: person")
    for (flow, isHanded) in [(text, false), (one, true), (all, true)] {
      guard case .ask(let questions) = try Self.compiled(flow).steps[0].kind else { continue }
      #expect(questions.map(\.mayBeHanded) == [isHanded])
    }
    let wrong = text.replacing("en: Which children?}", with: "en: Which children?, hand: nobody}")
    #expect(
      SyntaxReader.read(SourceText(path: "family.yaml", text: wrong)).diagnostics.map(\.code) == [.notOneOf])
  }
}
