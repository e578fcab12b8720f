import Testing

@testable import FlowDSL

/// Signs, words and quotes of other languages in expressions: one message each, with the whole as it has to be written.
@Suite struct ExpressionRepairTests {
  private static func flow(_ condition: String) -> SourceText {
    SourceText(
      path: "example.yaml",
      text: """
        flow: example
        version: 1.0.0
        title: {fr: Exemple, en: Example}
        languages: [fr, en]
        facts:
          weapon: {type: boolean, about: perpetrator}
          alert: {type: [no, to-ask, yes], labels: {no: {fr: n, en: n}, to-ask: {fr: d, en: a}, yes: {fr: o, en: y}}}
          place: {type: [here, elsewhere], labels: {here: {fr: i, en: h}, elsewhere: {fr: a, en: e}}}
          minors: number
          began: date
          seen: date and time
        steps:
          - ask: questions
            questions:
              weapon: {fr: A, en: A}
              alert: {fr: B, en: B}
              place: {fr: C, en: C}
              minors: {fr: D, en: D}
              began: {fr: E, en: E}
              seen: {fr: G, en: G}
          - do: search
            when: \(condition)
            tick: {searched: {fr: F, en: S}}
          - end: done

        """)
  }

  @Test(
    arguments: [
      ("weapon == true", "F4030", "weapon = true"),
      ("weapon = true && minors = 0", "F4030", "weapon = true and minors = 0"),
      ("weapon = true || minors != null", "F4030", "weapon = true or minors != null"),
      ("weapon = true et place = \"here\"", "F4030", "weapon = true and place = \"here\""),
      ("weapon = true ou place = \"here\"", "F4030", "weapon = true or place = \"here\""),
      ("weapon = true und place = \"here\"", "F4030", "weapon = true and place = \"here\""),
      ("weapon = true AND place = \"here\"", "F4030", "weapon = true and place = \"here\""),
      ("place <> \"here\"", "F4030", "place != \"here\""),
      ("place = 'here'", "F4031", "place = \"here\""),
      ("place = “here”", "F4031", "place = \"here\""),
      ("place = « here »", "F4031", "place = \"here\""),
      ("place = here", "F3026", "place = \"here\""),
      ("alert = yes", "F3026", "alert = \"yes\""),
      ("alert = to-ask", "F3026", "alert = \"to-ask\""),
      ("weapon = oui", "F3027", "weapon = true"),
      ("weapon = no", "F3027", "weapon = false"),
      ("alert in [yes, to-ask]", "F3026", "alert in [\"yes\", \"to-ask\"]"),
      ("weapon == oui && place = here", "F4030", "weapon = true and place = \"here\""),
    ])
  func oneMessageSaysTheWhole(_ written: String, _ code: String, _ instead: String) {
    let found = FlowCompiler.checkBeyondWords([Self.flow(written)])
    #expect(found.map(\.code.rawValue) == [code], "\(found.map(\.told))")
    #expect(found.first?.arguments["instead"] == instead)
    let after = FlowCompiler.checkBeyondWords([Self.flow(found.first?.arguments["instead"] ?? "")])
    #expect(after.allSatisfy { $0.code == .conditionUndecided }, "\(after.map(\.told))")
  }

  /// Written as by hand, or as another language would: one message, and what it tells to write is accepted as it stands. Where
  /// that would be undecided when a fact is unknown, it tells both ways to decide it.
  @Test(
    arguments: [
      "not weapon", "non weapon", "pas weapon", "!weapon", "non(weapon)", "weapon = true and not weapon",
      "minors = 1 et non weapon",
      #"place not in ["here"]"#, #"place !in ["here"]"#, #"place pas dans ["here"]"#,
      #"place parmi ["here"]"#,
      #"not place = "here""#, #"place = ["here", "elsewhere"]"#, #"alert = ("yes", "no")"#,
      #"alert = "yes" or "no""#, #"alert = "yes", "no""#, "weapon = true, minors = 0", "weapon = \"true\"",
      "minors entre 0 et 5", "minors in 0..5", "minors in 0 à 5", "minors in [0;5]", "minors = 10,5",
      "minors > 1 000",
      "minors > 10 km", "minors = \"10\"", "minors = inconnu", "minors ≥ 2", "minors = unknown",
      "began > today", "began > aujourd'hui", "began > aujourdhui()", "began = 05/01/2026",
      "began = 2026-01-05",
      #"began = "2026-01-05""#, #"began > date("05/01/2026")"#, "began > now()", "began > today() - 30",
      "today() - began > 7", "time(now()) > 22:00", "time(now()) > 22h00", #"time(now()) > time("22h00")"#,
      #"seen > now() - duration("1H")"#, #"seen > now() - "PT1H""#, "seen > now() - PT1H", "minors > 5",
    ])
  func whatIsToldIsAcceptedAsItStands(_ written: String) {
    let found = FlowCompiler.check([Self.flow("'" + written.replacing("'", with: "''") + "'")])
      .filter { !Self.besides.contains($0.code) }
    #expect(found.count == 1, "\(written): \(found.map(\.told))")
    let told = ["instead", "as_no", "as_yes"].compactMap { found.first?.arguments[$0] }.filter { !$0.isEmpty }
    #expect(!told.isEmpty, "\(written): \(found.map(\.told))")
    for instead in told {
      let after = FlowCompiler.check([Self.flow(instead)]).filter { !Self.besides.contains($0.code) }
      #expect(after.isEmpty, "\(written) → \(instead): \(after.map(\.told))")
    }
  }

  /// What the flow lacks beside its condition.
  private static let besides: Set<DiagnosticCode> = [
    .unusedFact, .titleMissing, .alwaysHolds, .neverHolds, .misnamed,
  ]

  /// The limits of a number, as people write them.
  @Test(
    arguments: [
      "0..500", "500..0", "0 à 500", "de 0 à 500", "0 to 500", "entre 0 et 500", "entre 0 and 500", "[0;500]",
      "0…500",
      ">= 0 and <= 500", "≥ 0 et ≤ 500", "0-500", "[0-500]",
    ])
  func limitsAreToldAsASpan(_ written: String) {
    func flow(_ allowed: String) -> SourceText {
      let text = Self.flow("minors = 1").text.replacing(
        "minors: number", with: "minors: {type: number, allowed: \(allowed)}")
      return SourceText(path: "example.yaml", text: text)
    }
    let found = FlowCompiler.check([flow("'\(written)'")]).filter { !Self.besides.contains($0.code) }
    #expect(found.count == 1, "\(found.map(\.told))")
    #expect(
      found.first?.arguments["instead"] == "\"[0..500]\"", "\(found.map(\.told)) \(found.map(\.arguments))")
  }

  /// The name of a step or of an item is no fact, and a flag is one that a factor sets: one message, also with hyphens.
  @Test(
    arguments: [
      ("search = true", .notAFact), ("night-call = true", .notAFact), ("call-made = true", .notAFact),
      ("flags.rouge >= 1", .unknownFlag), ("flags >= 1", .unknownFlag),
    ] as [(String, DiagnosticCode)])
  func aNameThatIsNoFact(_ condition: String, _ code: DiagnosticCode) {
    let text = Self.flow(condition).text.replacing(
      "- end: done",
      with: """
        - do: night-call
            tick: {call-made: {fr: F, en: S}}
          - end: done
        """)
    let found = FlowCompiler.check([SourceText(path: "example.yaml", text: text)])
      .filter { !Self.besides.contains($0.code) }
    #expect(found.map(\.code) == [code], "\(found.map(\.told))")
  }

  /// A cell that is a value stands in double quotes within single ones.
  @Test(
    arguments: [
      ("act", "'\"act\"'"), ("\"act\"", "'\"act\"'"), ("\"yes\"", "'\"yes\"'"), ("to-ask", "'\"to-ask\"'"),
      ("'yes, act'", "'\"yes\", \"act\"'"),
    ])
  func aCellOfATable(_ written: String, _ instead: String) {
    func flow(_ cell: String) -> SourceText {
      SourceText(
        path: "example.yaml",
        text: """
          flow: example
          version: 1.0.0
          title: {fr: Exemple, en: Example}
          languages: [fr, en]
          facts:
            alert: {type: [act, to-ask, yes], labels: {act: {fr: n, en: n}, to-ask: {fr: d, en: a}, yes: {fr: o, en: y}}}
            told: boolean
          steps:
            - ask: questions
              questions: {alert: {fr: B, en: B}}
            - decide: told
              hit: first
              on: [alert]
              outputs: [told]
              rules:
                - [\(cell), true]
                - ["-", false]
            - end: done

          """)
    }
    let found = FlowCompiler.checkBeyondWords([flow(written)]).filter { $0.code != .unusedFact }
    #expect(found.map(\.code) == [.valueWithoutQuotes], "\(found.map(\.told))")
    #expect(found.first?.arguments["instead"] == instead)
    #expect(FlowCompiler.checkBeyondWords([flow(instead)]).filter { $0.code != .unusedFact }.isEmpty)
  }
}
