import FEEL
import Testing

@testable import FlowDSL

/// The examples of the checker's codes: the wrong one has the fault, the right one has none; and what a trainer sees of
/// each wrong one, in both languages.
@Suite struct CheckExampleTests {
  /// Codes that no short example can show: limits, and two files of one name.
  private static let withoutExample: Set<DiagnosticCode> = [
    .duplicateFlow, .expressionTooLong, .expressionTooDeep, .conditionNotBoolean, .tableTooLarge,
    .tooManyFlows,
    .flowsTooDeep, .programTooLarge, .requirementsTooDeep, .categoryWithoutService, .ambiguousImport,
    .modelTextTooLong, .modelTextTooDeep,
  ]

  /// Codes of the first stages that are about DMN models.
  static let ofModels: Set<DiagnosticCode> = [
    .doctype, .unknownEntity, .unknownPrefix, .duplicateAttribute, .wrongEndTag, .elementNotClosed,
    .markupUnexpected, .outsideRoot, .markupCharacter, .notDMN, .attributeMissing, .elementMissing,
    .unknownWord, .entryCount,
  ]

  /// The day on which the law of the examples is looked at.
  private static let today = CalendarDate(year: 2026, month: 11, day: 29)

  private static let codes = DiagnosticCode.allCases.filter {
    ($0.rawValue >= "F3" || ofModels.contains($0)) && !withoutExample.contains($0)
  }

  @Test(arguments: codes)
  func showTheFault(_ code: DiagnosticCode) throws {
    let explanation = try DiagnosticWords(language: "en").explanation(of: code)
    let wrong = CheckExample(try #require(explanation.wrong, "\(code) has no example"))
    let right = CheckExample(try #require(explanation.right, "\(code) has no example"))
    let found = FlowCompiler.check(ProtocolFolder.parse(wrong.sources), today: Self.today)
    #expect(found.contains { $0.code == code }, "\(code): \(found.map(\.told))")
    #expect(FlowCompiler.checkBeyondWords(right.sources).map(\.told) == [])
    #expect(
      !FlowCompiler.check(ProtocolFolder.parse(right.sources), today: Self.today).contains {
        $0.code == code && $0.place.file == "example.yaml"
      })
    try Golden.expect(
      found.filter { $0.code == code }, of: code.rawValue, in: "Checks", sources: wrong.sources)
  }
}

/// An example made a whole protocol folder, with roles, a directory and a flow to run beside it.
struct CheckExample {
  let sources: [SourceText]

  init(_ text: String) {
    if text.hasPrefix("<") {
      sources = [SourceText(path: "example.dmn", text: text), Self.userOfModel] + Self.companions
      return
    }
    // A flow and a document that it produces, with a line of hyphens between.
    if let line = text.firstRange(of: "\n---\ndocument: sheet\n") {
      let document = text[text.index(line.lowerBound, offsetBy: 5)...]
      sources =
        [
          SourceText(path: "example.yaml", text: text[..<line.lowerBound] + "\n"),
          SourceText(path: "documents/sheet.yaml", text: String(document)),
        ] + Self.companions
      return
    }
    // A flow and what is counted of it.
    if let line = text.firstRange(of: "\n---\nindicators: ") {
      let indicators = text[text.index(line.lowerBound, offsetBy: 5)...]
      sources =
        [
          SourceText(path: "example.yaml", text: text[..<line.lowerBound] + "\n"),
          SourceText(path: "indicators.yaml", text: String(indicators)),
        ] + Self.companions
      return
    }
    // A flow and the articles that it cites; the flow to run beside it cites another.
    if let line = text.firstRange(of: "\n---\nlaw: ") {
      let law = text[text.index(line.lowerBound, offsetBy: 5)...]
      sources =
        [
          SourceText(path: "example.yaml", text: text[..<line.lowerBound] + "\n"),
          SourceText(path: "law.yaml", text: String(law)),
        ] + Self.companions.filter { $0.path != "follow-up.yaml" }
      return
    }
    let (path, whole) =
      if text.hasPrefix("directory:") {
        ("directory/local.yaml", text)
      } else if text.hasPrefix("scenario:") {
        ("scenarios/example.yaml", text)
      } else {
        ("example.yaml", Self.whole(text))
      }
    // Who shares sources must cite: only the examples that speak of the file have it.
    let shared = text.contains("shared.yaml") ? [Self.shared] : []
    sources = [SourceText(path: path, text: whole)] + Self.companions + shared
  }

  private static func whole(_ fragment: String) -> String {
    let keys = Set(
      fragment.split(separator: "\n").compactMap {
        $0.first?.isLetter == true ? $0.prefix { $0 != ":" } : nil
      })
    let needed = [
      ("flow", "example"), ("version", "1.0.0"), ("title", "{fr: Exemple, en: Example}"),
      ("languages", "[fr, en]"),
    ]
    return needed.filter { !keys.contains(Substring($0.0)) }.map { "\($0): \($1)\n" }.joined() + fragment
  }

  private static let userOfModel = SourceText(
    path: "example.yaml",
    text: """
      flow: example
      version: 1.0.0
      title: {fr: Exemple, en: Example}
      languages: [fr, en]
      facts:
        level: text
      steps:
        - decide: level
          model: example.dmn
          decision: Level
        - end: done

      """)

  private static let shared = SourceText(
    path: "shared.yaml",
    text: """
      shared: station
      sources:
        station-rules: "Rules of the station, 2026"

      """)

  private static let companions = [
    SourceText(
      path: "measures.dmn",
      text: """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="measures" namespace="urn:measures">
          <itemDefinition name="tDanger">
            <typeRef>string</typeRef><allowedValues><text>"low", "high"</text></allowedValues>
          </itemDefinition>
          <inputData id="danger" name="danger"><variable name="danger" typeRef="tDanger"/></inputData>
          <decision id="measures" name="Measures">
            <informationRequirement><requiredInput href="#danger"/></informationRequirement>
            <decisionTable hitPolicy="COLLECT">
              <input><inputExpression><text>danger</text></inputExpression></input>
              <output/>
              <rule><inputEntry><text>"high"</text></inputEntry><outputEntry><text>"custody"</text></outputEntry></rule>
              <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>"shelter"</text></outputEntry></rule>
            </decisionTable>
          </decision>
          <decision id="followup" name="Follow-up">
            <informationRequirement><requiredInput href="#danger"/></informationRequirement>
            <decisionTable hitPolicy="FIRST">
              <input><inputExpression><text>danger</text></inputExpression></input>
              <output name="Delay"/><output name="By"/>
              <rule>
                <inputEntry><text>"high"</text></inputEntry>
                <outputEntry><text>@"P1D"</text></outputEntry><outputEntry><text>"call"</text></outputEntry>
              </rule>
              <rule>
                <inputEntry><text>-</text></inputEntry>
                <outputEntry><text>@"P7D"</text></outputEntry><outputEntry><text>"letter"</text></outputEntry>
              </rule>
            </decisionTable>
          </decision>
          <decision id="colour" name="Colour">
            <informationRequirement><requiredInput href="#danger"/></informationRequirement>
            <decisionTable>
              <input><inputExpression><text>danger</text></inputExpression></input>
              <output/>
              <rule><inputEntry><text>"high"</text></inputEntry><outputEntry><text>"red"</text></outputEntry></rule>
              <rule><inputEntry><text>"low"</text></inputEntry><outputEntry><text>"green"</text></outputEntry></rule>
            </decisionTable>
          </decision>
          <decision id="anything" name="Anything">
            <informationRequirement><requiredInput href="#danger"/></informationRequirement>
            <literalExpression><text>danger.unheard</text></literalExpression>
          </decision>
        </definitions>

        """),
    SourceText(
      path: "roles.yaml",
      text: """
        roles:
          officer: {fr: Policier, en: Police officer}
          supervisor: {fr: Chef de poste, en: Supervisor}

        """),
    SourceText(
      path: "directory/national.yaml",
      text: """
        directory: national
        categories:
          victim-services: {fr: Aide aux victimes, en: Victim services}
        services:
          national-line:
            title: {fr: Ligne nationale, en: National line}
            category: victim-services
            phone: "00"
            source: https://example.org
            checked: 2026-05-01

        """),
    SourceText(
      path: "follow-up.yaml",
      text: """
        flow: follow-up
        version: 1.0.0
        title: {fr: Suivi, en: Follow-up}
        languages: [fr, en]
        takes: [danger]
        gives: [followed]
        facts:
          danger: {type: [low, high]}
          followed: {type: boolean}
        steps:
          - ask: calls
            law: CP 1
            questions:
              followed: {fr: Suivie ?, en: Followed up?, when: danger != null}
          - end: done

        """),
  ]
}
