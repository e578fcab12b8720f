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
        steps:
          - ask: questions
            questions:
              weapon: {fr: A, en: A}
              alert: {fr: B, en: B}
              place: {fr: C, en: C}
              minors: {fr: D, en: D}
          - do: search
            when: \(condition)
            tick: {searched: {fr: F, en: S}}
          - end: done

        """)
  }

  @Test(
    arguments: [
      ("weapon == true", "F4030", "weapon = true"),
      ("weapon = true && minors > 0", "F4030", "weapon = true and minors > 0"),
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
