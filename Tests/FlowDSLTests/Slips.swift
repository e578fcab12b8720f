import Foundation

/// The slips that are planted: keys, names, values, signs, spaces and quotes, as trainers make them.
extension Slip {
  static let all: [Slip] = keys + spaces + names + conditions + values + signs + besides

  private static let steps = "ask|assess|decide|do|contact|refer|inform|run|each|wait"

  private static let keys: [Slip] = [
    Slip("a key misspelt", #"^(    )questions:$"#, "$1questons:"),
    Slip("a key misspelt", #"^(    )title: "#, "$1titel: "),
    Slip("a key in French", #"^(    )title: "#, "$1titre: "),
    Slip("a key misspelt", #"^guarantees:$"#, "guarantee:"),
    Slip("a key misspelt", #"^interrupts:$"#, "interupts:"),
    Slip("a key misspelt", #"^(    )by: "#, "$1buy: "),
    Slip("a key misspelt", #"^(    )due: "#, "$1deu: "),
    Slip("a key misspelt", #"^(    )when: "#, "$1wen: "),
    Slip("a key misspelt", #"^(facts|steps|languages|version):"#, "$1s:"),
    Slip("a key written twice", #"^(    by: .*)$"#, "$1\n$1", lines: 1),
    Slip("a kind of step misspelt", #"^  - (ask): "#, "  - aks: "),
    Slip("a kind of step misspelt", #"^  - (inform): "#, "  - infrom: "),
    Slip("a step without hyphen", slack: (1, 1), #"^  - (ask|do|inform|run): "#, "    $1: "),
    Slip("an empty condition", #"^(    when:) .*$"#, "$1"),
    Slip("an empty title", #"^(    title:) .*$"#, "$1"),
    Slip("a key of type misspelt", #"\{type: boolean, about: "#, "{type: boolean, abuot: "),
    Slip("a key of type misspelt", #"\{type: boolean, "#, "{typ: boolean, "),
    Slip("the last end taken away", slack: (60, 5)) { lines, index in
      guard lines[index].hasPrefix("  - end: "),
        !lines[(index + 1)...].contains(where: { $0.hasPrefix("  - ") })
      else { return nil }
      let count = lines[index...].prefix { !$0.isEmpty }.count
      return (count, [])
    },
    Slip("consent taken away", slack: (20, 20), #"^    consent: .*$"#, "", removes: true),
  ]

  private static let spaces: [Slip] = [
    Slip("a language one space less", slack: (1, 1), #"^ (       )fr: "#, "$1fr: "),
    Slip("a key one space too far", slack: (1, 1), #"^    by: "#, "     by: "),
    Slip("a key one space too far", slack: (1, 1), #"^    source: "#, "     source: "),
    Slip("a key one space less", slack: (1, 1), #"^    (title|by|source): "#, "   $1: "),
    Slip("a tab", #"^    by: "#, "\tby: "),
    Slip("no space after the language", #"^(    title: \{)fr: "#, "$1fr:"),
    Slip("no space after the colon", slack: (0, 1), #"^    by: "#, "    by:"),
    Slip("a no-break space for setting in", #"^    by: "#, "  \u{A0} by: "),
  ]

  private static let names: [Slip] = [
    Slip("a role misspelt", #"^(    by: [a-z]+)([a-z])$"#, "$1$2$2"),
    Slip("a source misspelt", #"^(    source: [a-z]+)([a-z])$"#, "$1$2x"),
    Slip("a target misspelt", #"^(    then: [a-z-]+)([a-z])$"#, "$1$2$2"),
    Slip("a sub-flow misspelt", #"^(  - run: [a-z-]+)([a-z])$"#, "$1$2$2"),
    Slip("a category misspelt", #"^(    to: [a-z-]+)([a-z])$"#, "$1$2$2"),
    Slip("a service misspelt", #"^(    services: \[[a-z-]+)([a-z0-9])([,\]])"#, "$1$2$2$3"),
    Slip("a document misspelt", #"^(    documents: \[[a-z-]+)([a-z])([,\]])"#, "$1$2$2$3"),
    Slip("a promise about no outcome", #"^(    never: outcome = )"[a-z-]+""#, "$1\"finished\""),
    Slip("a guarantee on no step", #"^(    always: [a-z-]+)([a-z])$"#, "$1$2$2"),
    Slip("a type misspelt", #"\{type: boolean,"#, "{type: boolen,"),
    Slip("a shared type misspelt", #"\{type: child-level,"#, "{type: child-levl,"),
    Slip("an accent in the name of a fact", #"^  ([a-z_]+): \{type: "#, "  é$1: {type: "),
    Slip("a capital in the name of a fact", #"^  ([a-z_]+): \{type: "#, "  Fact $1: {type: "),
    Slip("a fact given that is misspelt", #"^(gives: \[[a-z_]+)([a-z])([,\]])"#, "$1$2$2$3"),
    Slip("a fact taken that is misspelt", #"^(takes: \[[a-z_]+)([a-z])([,\]])"#, "$1$2$2$3"),
    Slip("a question for a fact misspelt", #"^(      [a-z]+_[a-z_]+)([a-z])(: \{fr: )"#, "$1$2$2$3"),
    Slip(
      "a fact declared misspelt", #"^  ([a-z]+_[a-z_]*)([a-z]): \{type: boolean"#, "  $1$2$2: {type: boolean"),
    Slip("a value of a choice declared misspelt", #"^(    type: \[[a-z-]{4,})([a-z])([,\]])"#, "$1$2$2$3"),
    Slip("a flow renamed in its file", #"^flow: ([a-z-]+)$"#, "flow: $1-new"),
    Slip("a recipient misspelt", #"see: \[([a-z]+)\]"#, "see: [$1x]"),
  ]

  private static let conditions: [Slip] = [
    Slip("two signs for equal", #"^(    when: [a-z_]+) = "#, "$1 == "),
    Slip("two signs for and", #"^(    when: [a-z_]+ = [a-z"]+) and "#, "$1 && "),
    Slip("two signs for or", #"^(    when: [a-z_]+ = [a-z"]+) or "#, "$1 || "),
    Slip("the French and", #"^(    when: [a-z_]+ != [a-z"]+) and "#, "$1 et "),
    Slip("the French or", #"^(    when: [a-z_]+ != [a-z"]+) or "#, "$1 ou "),
    Slip("another sign for unequal", #"^(    when: [a-z_]+) != "#, "$1 <> "),
    Slip("a fact misspelt", #"^(    when: [a-z]+_[a-z]*)([a-z]) "#, "$1$2$2 "),
    Slip("a value without quotes", #"^(    when: [a-z_]+ = )"([a-z-]+)""#, "$1$2"),
    Slip("a value in single quotes", #"^(    when: [a-z_]+ = )"([a-z-]+)""#, "$1'$2'"),
    Slip("a value in quotes of a typesetter", #"^(    when: [a-z_]+ = )"([a-z-]+)""#, "$1“$2”"),
    Slip("a value in French quotes", #"^(    when: [a-z_]+ = )"([a-z-]+)""#, "$1« $2 »"),
    Slip("a value misspelt", #"^(    when: [a-z_]+ = "[a-z-]+)([a-z])""#, "$1$2$2\""),
    Slip("yes for true", #"^(    when: [a-z_]+ = )true"#, "$1yes"),
    Slip("oui for true", #"^(    when: [a-z_]+ = )true"#, "$1oui"),
    Slip("true in quotes", #"^(    when: [a-z_]+ = )true"#, "$1\"true\""),
    Slip("a parenthesis not closed", #"^(    when: )([a-z_]+ = true)"#, "$1($2"),
    Slip("a condition that may be undecided", #"^(    when: [a-z_]+) = true$"#, "$1"),
    Slip("not before a fact", #"^(    when: )([a-z_]+) = true$"#, "$1not $2"),
    Slip("a fact with a French non", #"^(    when: )([a-z_]+) = true$"#, "$1non $2"),
    Slip("a comma for and", #"^(    when: [a-z_]+ = [a-z"]+) and "#, "$1, "),
    Slip("not in", #"^(    when: [a-z_]+) in \["#, "$1 not in ["),
    Slip("a condition that always holds", #"^(    when: )([a-z_]+) = true$"#, "$1$2 = true or $2 != true"),
    Slip("a condition that never holds", #"^(    when: )([a-z_]+) = true$"#, "$1$2 = true and $2 = false"),
    Slip("a comparison by letters", #"^(    when: danger) in \[.*$"#, "$1 >= \"high\""),
  ]

  private static let values: [Slip] = [
    Slip("a duration in words", #"^(    due:) PT[0-9]+[MH]$"#, "$1 30 minutes"),
    Slip("a duration in short", #"^(    due:) PT[0-9]+[MH]$"#, "$1 2h"),
    Slip("months for minutes", #"^(    due:) PT([0-9]+)M$"#, "$1 P$2M"),
    Slip("a span as a subtraction", #"\? in \[([0-9]+)\.\.([0-9]+)\]"#, "? in $1-$2"),
    Slip("a span with a semicolon", #"\? in \[([0-9]+)\.\.([0-9]+)\]"#, "? in [$1;$2]"),
    Slip("a span turned round", #"\? in \[([0-9]+)\.\.([0-9]+)\]"#, "? in [$2..$1]"),
    Slip("a duration below zero", #"^(    due:) (PT[0-9]+[MH])$"#, "$1 -$2"),
    Slip("no for false", #"^( +declined:) false$"#, "$1 non"),
    Slip("no for false", #"^( +unknown:) false$"#, "$1 no"),
    Slip("a weight in quotes", #"^(      [a-z_]+): ([1-9])$"#, "$1: \"$2\""),
    Slip("a weight in words", #"\{weight: [0-9]+,"#, "{weight: two,"),
    Slip("a version in words", #"^version: .*$"#, "version: one"),
    Slip("a version of one number", #"^version: .*$"#, "version: 2"),
    Slip("a language that is none", #"^languages: \[fr, en\]$"#, "languages: [fr, english]"),
    Slip("a value of a scale misspelt", #"^      - \[(.*), high\]$"#, "      - [$1, hihg]"),
    Slip("a flag below the scale", #"direction: up"#, "direction: upwards"),
    Slip("a score in quotes", #"score >= ([0-9]+)"#, "score >= '$1'"),
    Slip("a text in one language", #"(    title: \{fr: [^,]*), en: [^,]*\}$"#, "$1}"),
    Slip("a text in one language", #"^(      [a-z_]+: \{fr: "[^"]*"), en: "[^"]*"\}$"#, "$1}"),
    Slip("a language misspelt", #"(    title: \{fr: [^,]*), en: "#, "$1, ne: "),
  ]

  private static let signs: [Slip] = [
    Slip("a quote not closed", slack: (0, 1), #"^(        fr: "[^"]*)"$"#, "$1"),
    Slip("a quote not closed", slack: (0, 1), #"^(        en: "[^"]*)"$"#, "$1"),
    Slip("a quote not opened", slack: (0, 1), #"^(        fr: )"([A-Z][^":]*")$"#, "$1$2"),
    Slip("a brace not closed", slack: (0, 1), #"^(    title: \{.*)\}$"#, "$1"),
    Slip("a bracket not closed", slack: (0, 1), #"^(    source: \[.*)\]$"#, "$1"),
    Slip(
      "an apostrophe in single quotes", slack: (0, 1), #"^(        fr: )[^"'\n]*$"#,
      "$1'Qu'est-ce que c'est ?'"),
    Slip("a colon in words", slack: (0, 1), #"^(        fr: )[A-Z][^":]*$"#, "$1Dites : appelez"),
    Slip("a comma in words between braces", #"^(    title: \{fr: )[^",]*, "#, "$1Un, deux, "),
    Slip("no comma between languages", slack: (0, 1), #"^(    title: \{fr: [^",]*),( en: )"#, "$1$2"),
    Slip("an at sign", #"^(    title: \{fr: )"#, "$1@"),
  ]

  /// Beside the flows.
  private static let besides: [Slip] = [
    Slip(
      "a role declared misspelt", in: { $0 == "roles.yaml" }, #"^  (officer|supervisor|prosecutor):"#,
      "  $1r:"),
    Slip(
      "a value of a shared type misspelt", in: { $0 == "shared.yaml" }, #"\[low, medium, high"#,
      "[low, medium, hihg"),
    Slip("a shared source misspelt", in: { $0 == "shared.yaml" }, #"^  (choice|report):"#, "  $1x:"),
    Slip(
      "a shared type misspelt where declared", in: { $0 == "shared.yaml" }, #"^  (level|scale):"#, "  $1s:"),
    Slip(
      "a category declared misspelt", in: directory,
      #"^  (victim-support|housing|shelter|legal-help|emergency):"#, "  $1t:"),
    Slip("a category misspelt", in: directory, #"^(    category: [a-z-]+)([a-z])$"#, "$1$2$2"),
    Slip("hours in words", in: directory, #"^(    hours:) 24/7$"#, "$1 {mon-fri: de 9 h à 17 h}"),
    Slip("hours in words", in: directory, #"^(    hours:) 24/7$"#, "$1 9h-18h"),
    Slip("a key of a service misspelt", in: directory, #"^    phone:"#, "    phnoe:"),
    Slip("a flow of a scenario misspelt", in: scenario, #"^(flow: [a-z-]+)([a-z])$"#, "$1$2$2"),
    Slip("an answer to nothing", in: scenario, #"^(  [a-z]+_[a-z]*)([a-z]): (true|false)$"#, "$1$2$2: $3"),
    Slip("an answer that does not fit", in: scenario, #"^(  [a-z]+_[a-z_]*): (true|false)$"#, "$1: perhaps"),
    Slip("an outcome that is none", in: scenario, #"^(  outcome: [a-z-]+)([a-z])$"#, "$1$2$2"),
    Slip("a key of a scenario misspelt", in: scenario, #"^expect:$"#, "expects:"),
    Slip("a moment of another order", in: scenario, #"^start: .*$"#, "start: 05/03/2026 21h00"),
    Slip(
      "a fact of a document misspelt", in: document, #"^(    facts: \[[a-z_]+)([a-z])([,\]])"#, "$1$2$2$3"),
    Slip("a place of a document misspelt", in: document, #"\{\{([a-z_]+)\}\}"#, "{{$1x}}"),
    Slip("a recipient of a document misspelt", in: document, #"^for: ([a-z-]+)$"#, "for: $1x"),
    Slip("a document renamed in its file", in: document, #"^document: ([a-z-]+)$"#, "document: $1-new"),
  ]

  private static let directory: @Sendable (String) -> Bool = { $0.hasPrefix("directory/") }
  private static let scenario: @Sendable (String) -> Bool = { $0.hasPrefix("scenarios/") }
  private static let document: @Sendable (String) -> Bool = { $0.hasPrefix("documents/") }

  /// A line that becomes several.
  private init(_ name: String, _ pattern: String, _ template: String, lines: Int) {
    let single = Slip(name, pattern, template)
    self.init(name, slack: (0, lines)) { text, index in
      single.make(text, index).map { ($0.count, $0.new.flatMap { $0.components(separatedBy: "\n") }) }
    }
  }

  /// A line that goes.
  private init(_ name: String, slack: (Int, Int), _ pattern: String, _ template: String, removes: Bool) {
    let single = Slip(name, pattern, "\u{0}")
    self.init(name, slack: slack) { text, index in single.make(text, index).map { _ in (1, []) } }
  }
}
