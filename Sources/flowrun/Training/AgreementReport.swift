import FlowDSL
import FlowRuntime

/// How far trainees agree with the reference and with one another, vignette by vignette.
struct AgreementReport {
  /// One thing that was asked, with what each trainee said of it.
  struct Item: Sendable, Hashable {
    let key: String
    let reference: String?
    let ground: ScoreSheet.Answer.Ground
    /// What each said, in the order of the sheets; `nil` where it was not asked.
    let said: [String?]

    /// What was said with who said it, the most frequent first.
    func counts(_ sheets: [ScoreSheet]) -> [(said: String?, who: [String])] {
      var counts: [(said: String?, who: [String])] = []
      for (sheet, said) in zip(sheets, said) {
        if let known = counts.firstIndex(where: { $0.said == said }) {
          counts[known].who.append(sheet.assessor)
        } else {
          counts.append((said, [sheet.assessor]))
        }
      }
      return counts.enumerated().sorted {
        ($1.element.who.count, $0.offset) < ($0.element.who.count, $1.offset)
      }.map(\.element)
    }

    /// Whether someone said otherwise than the reference, or than another trainee.
    var differs: Bool {
      let given = said.compactMap { $0 }
      return Set(given).count > 1 || given.contains { $0 != reference }
    }
  }

  /// The sheets of one vignette.
  struct Group {
    let vignette: String
    /// In the order of their names, `t2` before `t10`.
    let sheets: [ScoreSheet]
    let words: SheetWords

    /// All that somebody or the reference was asked, in the order of the sheets.
    var items: [Item] {
      var keys: [String] = []
      for answer in sheets.flatMap(\.answers) where !keys.contains(answer.key) { keys.append(answer.key) }
      let answers = sheets.map { sheet in
        Dictionary(sheet.answers.map { ($0.key, $0) }) { first, _ in first }
      }
      return keys.map { key in
        let all = answers.map { $0[key] }
        let one = all.lazy.compactMap { $0 }.first { $0.reference != nil } ?? all.lazy.compactMap { $0 }.first
        return Item(
          key: key, reference: one?.reference, ground: one?.ground ?? .open, said: all.map { $0?.said })
      }
    }

    /// What all were asked and the reference answers, of some grounds.
    func shared(_ grounds: Set<ScoreSheet.Answer.Ground>) -> [Item] {
      items.filter { grounds.contains($0.ground) && $0.reference != nil && $0.said.allSatisfy { $0 != nil } }
    }

    /// How far they agree where the reference speaks.
    var spoken: Agreement? { agreement([.spoken]) }
    /// How far they agree on all that the reference does not leave open.
    var all: Agreement? { agreement([.spoken, .silent]) }
    /// To how many of the latter everybody said no.
    var everybodyNo: Int { shared([.spoken, .silent]).count { $0.said.allSatisfy { $0 == "false" } } }
    /// How many the reference leaves open.
    var open: Int { items.count { $0.ground == .open } }

    private func agreement(_ grounds: Set<ScoreSheet.Answer.Ground>) -> Agreement? {
      Agreement(shared(grounds).map { $0.said.compactMap { $0 } })
    }
  }

  let groups: [Group]

  /// The sheets by vignette, in the order of their names.
  ///
  /// - Parameter program: the protocol of a flow, where it is at hand.
  init(_ sheets: [ScoreSheet], words: Wording, program: (String) -> Program? = { _ in nil }) {
    groups = Dictionary(grouping: sheets, by: \.vignette).sorted { $0.key < $1.key }
      .map { vignette, sheets in
        Group(
          vignette: vignette, sheets: sheets.sorted { $0.assessor.naturallyPrecedes($1.assessor) },
          words: SheetWords(sheets.first.flatMap { program($0.flow) }, words: words))
      }
  }

  /// For people.
  func screen(_ words: Wording) -> Screen {
    var screen = Screen()
    for group in groups {
      screen.space()
      add(group, to: &screen, words)
    }
    return screen
  }

  private func add(_ group: Group, to screen: inout Screen, _ words: Wording) {
    screen.add(
      words(.agreeTitle, ["vignette": group.vignette, "count": String(group.sheets.count)]), .title)
    if !group.words.isKnown {
      screen.add(words(.agreeUnknownProgram, ["flow": group.sheets.first?.flow ?? ""]), .warning, indent: 2)
    }
    for sheet in group.sheets {
      let (asked, agreed) = sheet.counts
      let levels = sheet.levels.map { group.words.level($0.fact, $0.said) }
      screen.add(
        words(
          .agreeSheet,
          [
            "assessor": sheet.assessor, "agreed": String(agreed), "asked": String(asked),
            "levels": levels.isEmpty ? words(.trainNothing) : levels.joined(separator: ", "),
          ]), indent: 2)
    }
    if Set(group.sheets.map(\.program)).count > 1 { screen.add(words(.agreePrograms), .warning, indent: 2) }
    addAgreement(of: group, to: &screen, words)
    addTable(of: group, to: &screen, words)
  }

  private func addAgreement(of group: Group, to screen: inout Screen, _ words: Wording) {
    screen.space()
    guard let all = group.all else {
      screen.add(words(.agreeTooFew), indent: 2)
      return
    }
    if let spoken = group.spoken {
      screen.add(
        words(
          .agreeSpoken,
          ["percent": words.tenths(spoken.share * 100), "items": String(spoken.items)]), indent: 2)
      screen.add(
        spoken.kappa.map { words(.agreeKappa, ["kappa": words.hundredths($0)]) } ?? words(.agreeNoKappa),
        indent: 4)
    } else {
      screen.add(words(.agreeNothingSpoken), indent: 2)
    }
    screen.add(
      words(.agreeAll, ["percent": words.tenths(all.share * 100), "items": String(all.items)]), indent: 2)
    if let kappa = all.kappa {
      screen.add(words(.agreeKappa, ["kappa": words.hundredths(kappa)]), indent: 4)
    }
    if group.everybodyNo > 0 {
      screen.add(words(.agreeFlatter, ["count": String(group.everybodyNo)]), indent: 4)
    }
    if group.open > 0 {
      screen.add(words.count(group.open, one: .agreeOpenOne, many: .agreeOpenMany), indent: 2)
    }
  }

  /// What differs, each with the reference and how many said what; who did is named where not all said the same.
  private func addTable(of group: Group, to screen: inout Screen, _ words: Wording) {
    let differing = group.items.filter { $0.ground != .open && $0.differs }
    screen.space()
    guard !differing.isEmpty else { return screen.add(words(.agreeAsReference), indent: 2) }
    screen.add(words(.agreeTable), .title, indent: 2)
    for item in differing {
      screen.add(group.words.title(item.key), indent: 2)
      screen.add(
        words(.agreeReference, ["answer": group.words.answer(item.reference, to: item.key)]), indent: 4)
      for (said, who) in item.counts(group.sheets) {
        let blanks = [
          "answer": group.words.answer(said, to: item.key), "count": String(who.count),
          "who": who.joined(separator: ", "),
        ]
        screen.add(words(said == item.reference ? .agreeAnswer : .agreeWho, blanks), indent: 4)
      }
    }
  }
}
