import FlowDSL

/// The hours of a service as written in one cell: `24/7`, `mon-fri 09:00-12:00, 14:00-18:00; sat 9h-12h`, or words.
enum HoursCell {
  /// The hours; `nil` where they begin with a day and cannot be read on.
  static func hours(_ text: String, zone: String) -> Hours? {
    if text.plain == "24/7" { return .always }
    let parts = text.split(whereSeparator: { $0 == ";" || $0 == "|" }).map { String($0).trimmed }
    guard let first = parts.first, days(first).days != nil else { return .words(Words(["": text])) }
    var week = [[WeeklyHours.Span]](repeating: [], count: 7)
    for part in parts {
      let (days, rest) = days(part)
      guard let days, let spans = spans(rest), days.allSatisfy({ week[$0].isEmpty }) else { return nil }
      for day in days { week[day] = spans }
    }
    return .weekly(WeeklyHours(days: week, zone: zone))
  }

  /// The days that a part begins with, and what follows.
  private static func days(_ part: String) -> (days: [Int]?, rest: Substring) {
    let plain = part.plain
    for word in ["tous les jours", "every day"] where plain.hasPrefix(word) {
      return (HoursParser.days(of: "daily"), plain.dropFirst(word.count))
    }
    let word = plain.prefix { !$0.isWhitespace && $0 != ":" && !$0.isNumber }
    let ends = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let dashed = String(word.map { $0 == "–" ? "-" : $0 }).split(
      separator: "-", omittingEmptySubsequences: false)
    let names = (dashed.count > ends.count ? dashed.map(String.init) : ends).map { code[$0] ?? $0 }
    return (HoursParser.days(of: names.joined(separator: "-")), plain.dropFirst(word.count))
  }

  /// `: 9h-12h30, 14:00-18:00`
  private static func spans(_ text: Substring) -> [WeeklyHours.Span]? {
    let list = text.drop { $0 == ":" || $0 == " " }
    let spans = list.split(separator: ",", omittingEmptySubsequences: false).map { span in
      String(span.map { $0 == "–" ? "-" : $0 }).split(separator: "-", omittingEmptySubsequences: false)
        .map { time($0) ?? "?" }.joined(separator: "-")
    }
    return HoursParser.spans(of: spans.joined(separator: ", "))
  }

  /// `9h`, `9h30`, `9:30`, `09:30` as `09:30`.
  private static func time(_ text: Substring) -> String? {
    let parts = text.filter { $0 != " " }.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == ":" || $0 == "h" })
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2 || parts[1].isEmpty,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    return (parts[0].count == 1 ? "0" : "") + parts[0] + ":" + (parts[1].isEmpty ? "00" : parts[1])
  }

  /// Days in French and English, short and long, without accents.
  private static let code: [String: String] = {
    let names = [
      ["mon", "monday", "lun", "lun.", "lundi"], ["tue", "tuesday", "mar", "mar.", "mardi"],
      ["wed", "wednesday", "mer", "mer.", "mercredi"], ["thu", "thursday", "jeu", "jeu.", "jeudi"],
      ["fri", "friday", "ven", "ven.", "vendredi"], ["sat", "saturday", "sam", "sam.", "samedi"],
      ["sun", "sunday", "dim", "dim.", "dimanche"],
    ]
    var code = ["tlj": "daily", "daily": "daily"]
    for (day, names) in names.enumerated() {
      for name in names { code[name] = HoursParser.days[day] }
    }
    return code
  }()
}
