import FlowRuntime

/// How far trainees agree with one another, vignette by vignette.
struct AgreementReport {
  /// The sheets of one vignette.
  struct Group {
    let vignette: String
    let sheets: [ScoreSheet]

    /// What every assessor was asked, with what each said; then each level.
    var items: [(key: String, said: [String])] {
      let answers = sheets.map { sheet in
        Dictionary(sheet.answers.map { ($0.key, $0.said) }) { first, _ in first }.compactMapValues(\.self)
      }
      return (sheets.first?.answers ?? []).compactMap { answer in
        let said = answers.compactMap { $0[answer.key] }
        return said.count == sheets.count ? (answer.key, said) : nil
      }
    }

    var agreement: Agreement? { Agreement(items.map(\.said)) }
  }

  let groups: [Group]

  /// The sheets by vignette, in the order of their names.
  init(_ sheets: [ScoreSheet]) {
    groups = Dictionary(grouping: sheets, by: \.vignette).sorted { $0.key < $1.key }
      .map { Group(vignette: $0.key, sheets: $0.value) }
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
      words(
        .agreeTitle, ["vignette": group.vignette, "count": String(group.sheets.count)]), .title)
    for sheet in group.sheets {
      let (asked, agreed) = sheet.counts
      let levels = sheet.levels.map { $0.fact + " " + ($0.said ?? words(.trainNothing)) }
      screen.add(
        words(
          .agreeSheet,
          [
            "assessor": sheet.assessor, "agreed": String(agreed), "asked": String(asked),
            "levels": levels.isEmpty ? words(.trainNothing) : levels.joined(separator: ", "),
          ]), indent: 2)
    }
    if Set(group.sheets.map(\.program)).count > 1 { screen.add(words(.agreePrograms), .warning, indent: 2) }
    guard let agreement = group.agreement else {
      screen.add(words(.agreeTooFew), indent: 2)
      return
    }
    screen.add(
      words(
        .agreeShare,
        ["percent": words.tenths(agreement.share * 100), "items": String(agreement.items)]), indent: 2)
    screen.add(
      agreement.kappa.map { words(.agreeKappa, ["kappa": words.hundredths($0)]) } ?? words(.agreeNoKappa),
      indent: 2)
    for item in group.items where Set(item.said).count > 1 {
      let said = zip(group.sheets, item.said).map { $0.assessor + ": " + $1 }
      screen.add(words.label(item.key) + said.joined(separator: "; "), indent: 4)
    }
  }

  /// For programs.
  var json: JSON {
    .array(
      groups.map { group in
        let agreement = group.agreement
        return .object([
          ("vignette", .string(group.vignette)),
          ("assessors", .array(group.sheets.map { .string($0.assessor) })),
          ("items", .number(agreement?.items ?? 0)),
          ("share", .optional(agreement.map { Wording.decimal($0.share, places: 4) })),
          ("kappa", .optional(agreement?.kappa.map { Wording.decimal($0, places: 4) })),
          (
            "differing",
            .array(group.items.filter { Set($0.said).count > 1 }.map { .string($0.key) })
          ),
        ])
      })
  }
}

extension Wording {
  /// A number to one decimal place.
  fileprivate func tenths(_ number: Double) -> String { localized(Self.decimal(number, places: 1)) }

  /// A number to two decimal places.
  fileprivate func hundredths(_ number: Double) -> String { localized(Self.decimal(number, places: 2)) }

  private func localized(_ digits: String) -> String {
    language == .french ? String(digits.map { $0 == "." ? "," : $0 }) : digits
  }

  /// A number rounded to some decimal places, with a point.
  fileprivate static func decimal(_ number: Double, places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((number * Double(scale)).rounded())
    let digits = String(abs(scaled) % scale)
    let padded = String(repeating: "0", count: places - digits.count) + digits
    return (scaled < 0 ? "-" : "") + String(abs(scaled) / scale) + "." + padded
  }
}
