import FlowRuntime

/// The comparison of score sheets as programs and spreadsheets read it.
extension AgreementReport {
  /// CSV (RFC 4180): a line for each thing asked, with the reference, how many said what, then what each trainee said.
  func table(_ words: Wording) -> String {
    var assessors: [String] = []
    for sheet in groups.flatMap(\.sheets) where !assessors.contains(sheet.assessor) {
      assessors.append(sheet.assessor)
    }
    assessors.sort { $0.naturallyPrecedes($1) }
    var lines = [
      ["vignette", "key", "question", "ground", "reference", "asked", "as_reference", "counts"] + assessors
    ]
    for group in groups {
      for item in group.items {
        let counts = item.counts(group.sheets).map { said, who in
          words(.agreeAnswer, ["answer": group.words.answer(said, to: item.key), "count": String(who.count)])
        }
        let given = item.said.compactMap { $0 }
        let own = assessors.map { assessor -> String in
          zip(group.sheets, item.said).first { $0.0.assessor == assessor }
            .map { group.words.answer($0.1, to: item.key) } ?? ""
        }
        lines.append(
          [
            group.vignette, item.key, group.words.title(item.key), item.ground.rawValue,
            group.words.answer(item.reference, to: item.key), String(given.count),
            item.ground == .open ? "" : String(given.count { $0 == item.reference }),
            counts.joined(separator: "; "),
          ] + own)
      }
    }
    return lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A field that no spreadsheet takes for a formula.
  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t".contains(first) { text = "'" + text }
    guard text.contains(where: { ",\"\r\n".contains($0) || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// For programs.
  func json(_ words: Wording) -> JSON {
    .array(
      groups.map { group in
        .object([
          ("vignette", .string(group.vignette)),
          ("assessors", .array(group.sheets.map { .string($0.assessor) })),
          ("items", .number(group.all?.items ?? 0)), ("share", Self.share(group.all)),
          ("kappa", Self.kappa(group.all)), ("spokenItems", .number(group.spoken?.items ?? 0)),
          ("spokenShare", Self.share(group.spoken)), ("spokenKappa", Self.kappa(group.spoken)),
          ("everybodyNo", .number(group.everybodyNo)), ("open", .number(group.open)),
          (
            "differing",
            .array(group.items.filter { $0.ground != .open && $0.differs }.map { .string($0.key) })
          ),
          ("answers", .array(group.items.map { Self.json($0, in: group) })),
        ])
      })
  }

  private static func share(_ agreement: Agreement?) -> JSON {
    .optional(agreement.map { Wording.decimal($0.share, places: 4) })
  }

  private static func kappa(_ agreement: Agreement?) -> JSON {
    .optional(agreement?.kappa.map { Wording.decimal($0, places: 4) })
  }

  private static func json(_ item: Item, in group: Group) -> JSON {
    .object([
      ("key", .string(item.key)), ("question", .string(group.words.title(item.key))),
      ("ground", .string(item.ground.rawValue)), ("reference", .optional(item.reference)),
      (
        "counts",
        .array(
          item.counts(group.sheets).map { said, who in
            .object([
              ("said", .optional(said)), ("words", .string(group.words.answer(said, to: item.key))),
              ("count", .number(who.count)), ("assessors", .array(who.map { .string($0) })),
            ])
          })
      ),
    ])
  }
}

extension String {
  /// Whether it stands before another where people sort: numbers by their size, `t2` before `t10`.
  func naturallyPrecedes(_ other: String) -> Bool {
    let (own, others) = (Self.chunks(self), Self.chunks(other))
    for (left, right) in zip(own, others) where left != right {
      if let first = Int(left), let second = Int(right), first != second { return first < second }
      return left < right
    }
    return own.count < others.count
  }

  /// Stretches of digits and of anything else.
  private static func chunks(_ text: String) -> [String] {
    var chunks: [String] = []
    var isNumber = false
    for character in text.folded {
      let isDigit = character.isASCII && character.isNumber
      if chunks.isEmpty || isDigit != isNumber { chunks.append("") }
      chunks[chunks.count - 1].append(character)
      isNumber = isDigit
    }
    return chunks
  }
}

extension Wording {
  /// A number to one decimal place.
  func tenths(_ number: Double) -> String { localized(Self.decimal(number, places: 1)) }

  /// A number to two decimal places.
  func hundredths(_ number: Double) -> String { localized(Self.decimal(number, places: 2)) }

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
