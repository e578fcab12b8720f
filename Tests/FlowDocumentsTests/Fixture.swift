import FlowDSL
import FlowDirectory
import FlowDocuments
import FlowRuntime
import Testing

/// A small protocol with a document of each kind of section, walked to its end.
enum Fixture {
  static let flow = SourceText(
    path: "counter.yaml",
    text: """
      flow: counter
      version: 1.2.0
      title: {fr: Accueil, en: Counter}
      notice: {fr: "Exemple, à approuver par l'autorité.", en: "Worked example, to be approved by the authority."}
      languages: [fr, en]
      sources: {choice: {fr: "Un choix de notre part, 2026", en: "A choice of ours, 2026", ar: "خيار منا، 2026"}, guide: "A guide in English alone, longer than what is kept in a line"}
      roles: {officer: {fr: Policier, en: Officer}}
      facts:
        name: {type: text, about: victim, title: {fr: Prénom, en: First name, ar: الاسم}}
        age: {type: number, about: victim, title: {fr: Âge, en: Age, ar: العمر}, unit: "ans"}
        danger:
          type: [low, high]
          see: [victim, helpers]
          title: {fr: Danger évalué, en: Danger assessed, ar: الخطر}
          labels: {low: {fr: faible, en: low, ar: منخفض}, high: {fr: élevé, en: high, ar: مرتفع}}
        weapon: {type: boolean, about: perpetrator, title: {fr: Arme à la maison, en: Weapon at home}}
        consent: {type: boolean, about: victim, title: {fr: Accord, en: Agreement, ar: الموافقة}}
        person_language:
          type: [fr, en, ar, de, other]
          about: victim
          labels:
            fr: {fr: français, en: French}
            en: {fr: anglais, en: English}
            ar: {fr: arabe, en: Arabic, ar: العربية}
            de: {fr: allemand, en: German}
            other: {fr: une autre, en: another}
      steps:
        - ask: person
          by: officer
          source: choice
          questions:
            name: {fr: Prénom ?, en: First name?}
            age: {fr: Âge ?, en: Age?}
            danger: {fr: Danger ?, en: Danger?}
            weapon: {fr: Une arme ?, en: A weapon?}
            person_language: {fr: Langue ?, en: Language?}
            consent: {fr: D'accord ?, en: Agreed?}
          documents: [sheet]
        - refer: on
          by: officer
          source: choice
          to: helpers
          consent: consent
          shares: [danger]
          documents: [liaison]
        - end: done

      """)

  static let directory = SourceText(
    path: "directory/national.yaml",
    text: """
      directory: national
      categories: {helpers: {fr: Aide aux victimes, en: Victim support, ar: مساعدة الضحايا}}
      services:
        line:
          title: {fr: Ligne nationale, en: National line, ar: الخط الوطني}
          category: helpers
          phone: "00 00"
          hours: 24/7
          free: true
          anonymous: true
          source: https://example.org
        town:
          title: {fr: Maison d'accueil (exemple), en: House (example), ar: بيت}
          category: helpers
          area: Exempleville
          phone: "00 01"
          hours: {mon-fri: "09:00-12:00, 14:00-18:00"}
          position: [47.60, 2.50]
          languages: [fr]
          source: https://example.org
        village:
          title: {fr: Point d'accueil (exemple), en: Desk (example)}
          category: helpers
          area: Exemplebourg
          phone: "00 02"
          hours: {daily: "00:00-24:00"}
          position: [47.51, 2.50]
          languages: [fr]
          source: https://example.org
        hamlet:
          title: {fr: Maison des langues (exemple), en: House of languages (example)}
          category: helpers
          area: Exemplebourg
          phone: "00 03"
          hours: 24/7
          position: [47.70, 2.50]
          languages: [fr, ar, de]
          source: https://example.org

      """)

  static let sheet = SourceText(
    path: "documents/sheet.yaml",
    text: """
      document: sheet
      title: {fr: Vos droits, en: Your rights, ar: حقوقك}
      languages: [fr, en, ar]
      for: victim
      language: person_language
      sections:
        - heading: {fr: "Pour {{name}}", en: "For {{name}}", ar: "إلى {{name}}"}
          text:
            fr: "Bonjour {{name}}. Danger évalué : {{danger}}.\\n\\nCette page est à vous ; personne d'autre ne la lit sans votre accord, sauf là où la loi le prévoit."
            en: "Hello {{name}}. Danger assessed: {{danger}}.\\n\\nThis page is yours; nobody else reads it without your agreement, except where the law says so."
            ar: "مرحبا {{name}}. الخطر: {{danger}}."
          law: CPP 10-2
        - heading: {fr: Ce que vous avez dit, en: What you said, ar: ما قلته}
          facts: [name, age, danger, consent]
        - when: danger = "high"
          heading: {fr: À emporter, en: To take along, ar: خذ معك}
          items:
            papers: {fr: Papiers, en: Papers, ar: الأوراق, law: CC 1}
            keys: {fr: Clés, en: Keys, ar: المفاتيح, law: [CC 2, CC 3], source: guide}
            adult: {fr: Permis, en: Licence, ar: رخصة, when: age >= 18 = true}
          boxes: true
        - heading: {fr: Qui appeler, en: Whom to call, ar: بمن تتصل}
          services: helpers
        - heading: {fr: Remarques, en: Remarks, ar: ملاحظات}
          lines: 2
          source: choice

      """)

  static let liaison = SourceText(
    path: "documents/liaison.yaml",
    text: """
      document: liaison
      title: {fr: Fiche de liaison, en: Liaison form}
      languages: [fr, en]
      for: helpers
      sections:
        - facts: [danger]

      """)

  static func program() throws -> Program {
    let result = FlowCompiler.compile(main: "counter", sources: [flow, directory, sheet, liaison])
    return try #require(result.program, "\(result.diagnostics.map(\.code))")
  }

  /// A walk with these answers, in a language; what is not answered is unknown.
  static func state(
    _ answers: String, language: String = "fr", start: String = "2026-05-01T05:00:00+02:00"
  ) throws -> State {
    let text = """
      scenario: walk
      flow: counter
      language: \(language)
      person: {id: officer-1, role: officer}
      start: \(start)
      otherwise: unknown
      answers: \(answers)

      """
    guard case .scenario(let scenario)? = SyntaxReader.read(SourceText(path: "walk.yaml", text: text)).file
    else { throw Unreadable() }
    let result = ScenarioRunner.run(scenario, of: try program())
    #expect(result.failures.isEmpty, "\(result.failures)")
    return result.state
  }

  struct Unreadable: Error {}

  /// A document of a state, filled.
  static func filled(
    _ name: String, _ state: State, language: String? = nil, position: GeographicPosition? = nil,
    localOffset: Int? = nil
  ) throws -> FilledDocument {
    let standing = try #require(state.documents.first { $0.name == name })
    return try Filling(
      standing, of: state, case: "7K3M-2QXD", language: language, position: position, zones: TestZone.rules,
      localOffset: localOffset
    ).filled
  }
}
