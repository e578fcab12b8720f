/// Reads days and times of opening (grammar, section 13.2).
package enum HoursParser {
  /// Monday first.
  package static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// The days that a key stands for: `mon`, `mon-fri`, `sat-mon`, `daily`; `nil` where it stands for none.
  package static func days(of key: String) -> [Int]? {
    if key == "daily" { return Array(0..<7) }
    let ends = key.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard ends.count <= 2, let first = ends.first.flatMap(days.firstIndex),
      let last = ends.last.flatMap(days.firstIndex)
    else { return nil }
    let count = (last - first + 7) % 7
    return (0...count).map { (first + $0) % 7 }
  }

  /// The spans of `09:00-12:00, 14:00-18:00`, by rising opening. A span that closes at or before its opening goes past
  /// midnight. `nil` where it is none, or where two of the day overlap.
  package static func spans(of text: String) -> [WeeklyHours.Span]? {
    var spans: [WeeklyHours.Span] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count == 2, let opens = minute(ends[0]), let closes = minute(ends[1]), opens < 1440,
        opens != closes
      else { return nil }
      spans.append(WeeklyHours.Span(opens: opens, closes: closes > opens ? closes : closes + 1440))
    }
    spans.sort { ($0.opens, $0.closes) < ($1.opens, $1.closes) }
    for (earlier, later) in zip(spans, spans.dropFirst()) where later.opens < earlier.closes { return nil }
    return spans.isEmpty ? nil : spans
  }

  /// The days and times that are meant by `9h-18h`, `lun-ven 9h-18h` or `de 9h à 18h`, as they have to be written; `nil` for
  /// other words.
  package static func suggestion(for text: String) -> (days: String, times: String)? {
    let names = ["lun": 0, "mar": 1, "mer": 2, "jeu": 3, "ven": 4, "sam": 5, "dim": 6]
    func day(_ word: Substring) -> String? {
      let start = String(word.lowercased().prefix(3))
      return days.contains(start) ? start : names[start].map { days[$0] }
    }
    func time(_ hour: Substring, _ minute: Substring?) -> String {
      "\(hour.count == 1 ? "0" : "")\(hour):\(minute ?? "00")"
    }
    let written = text.lowercased()
    let pattern =
      /(?:([a-z]{3,8})\.?(?: *(?:-|–|à|au|to) *([a-z]{3,9})\.?)? *:? +)?(?:de |from )?([0-9]{1,2}) ?[h:] ?([0-9]{2})? *(?:-|–|à|to) *([0-9]{1,2}) ?[h:] ?([0-9]{2})?/
    guard let match = written.wholeMatch(of: pattern) else { return nil }
    let times = time(match.3, match.4) + "-" + time(match.5, match.6)
    guard spans(of: times) != nil else { return nil }
    guard let first = match.1 else { return ("daily", times) }
    guard let from = day(first) else { return nil }
    guard let last = match.2 else { return (from, times) }
    return day(last).map { ("\(from)-\($0)", times) }
  }

  /// Minutes since midnight of `09:00`, up to `24:00`, with spaces around.
  private static func minute(_ text: Substring) -> Int? {
    let digits = Array(text.utf8.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
    guard digits.count == 5, digits[2] == UInt8(ascii: ":") else { return nil }
    let numbers = [0, 1, 3, 4].map { Int(digits[$0]) - 0x30 }
    guard numbers.allSatisfy({ 0...9 ~= $0 }) else { return nil }
    let (hour, minute) = (numbers[0] * 10 + numbers[1], numbers[2] * 10 + numbers[3])
    guard minute < 60, hour * 60 + minute <= 1440 else { return nil }
    return hour * 60 + minute
  }

  /// Whether a text has the form of the name of a zone: `Europe/Paris`, `UTC`. Which zones there are, a program does not
  /// know.
  package static func isZone(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return (text == "UTC" || parts.count >= 2) && text.utf8.count <= 64
      && parts.allSatisfy { part in
        part.utf8.first.map { (0x41...0x5A).contains($0) } == true
          && part.utf8.allSatisfy {
            (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
              || "_+-".utf8.contains($0)
          }
      }
  }
}
