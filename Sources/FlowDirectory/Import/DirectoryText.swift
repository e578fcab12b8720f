import FlowDSL

/// A directory as the text of a file (grammar, section 13.2).
enum DirectoryText {
  /// The text; what it says of each service is what `SyntaxReader` reads in it.
  static func text(named name: String, _ services: [Service]) -> String {
    "directory: \(name)\nservices:\n" + services.map(entry).joined()
  }

  private static func entry(_ service: Service) -> String {
    var lines = ["title: " + words(service.title)]
    let categories = service.categories
    lines.append("category: " + (categories.count == 1 ? categories[0] : list(categories)))
    if let phone = service.phone { lines.append("phone: " + quoted(phone)) }
    if let sms = service.sms { lines.append("sms: " + quoted(sms)) }
    if let web = service.web { lines.append("web: " + quoted(web)) }
    lines += hours(service.hours)
    lines.append("area: " + quoted(service.area))
    if let latitude = service.latitude, let longitude = service.longitude {
      lines.append("position: [\(degrees(latitude)), \(degrees(longitude))]")
    }
    if !service.languages.isEmpty { lines.append("languages: " + list(service.languages)) }
    if let audience = service.audience { lines.append("audience: " + words(audience)) }
    if let free = service.isFree { lines.append("free: \(free)") }
    if let anonymous = service.isAnonymous { lines.append("anonymous: \(anonymous)") }
    lines.append("source: " + quoted(service.source))
    if let checked = service.checked { lines.append("checked: \(checked)") }
    return "  \(service.name):\n" + lines.map { "    \($0)\n" }.joined()
  }

  private static func hours(_ hours: Hours?) -> [String] {
    switch hours {
    case nil: return []
    case .always: return ["hours: 24/7"]
    case .words(let text): return ["hours: " + words(text)]
    case .weekly(let week):
      let days = week.runs.map { run in
        let ends = [run.days.lowerBound, run.days.upperBound].map { HoursParser.days[$0] }
        let key = ends[0] == ends[1] ? ends[0] : ends.joined(separator: "-")
        let spans = run.spans.map { time($0.opens) + "-" + time($0.closes) }
        return key + ": " + quoted(spans.joined(separator: ", "))
      }
      let zone = week.zone == WeeklyHours.usualZone ? [] : ["zone: " + week.zone]
      return ["hours: {" + days.joined(separator: ", ") + "}"] + zone
    }
  }

  /// `24:00` at midnight; later, the time of the next day.
  private static func time(_ minute: Int) -> String {
    let minute = minute > 1440 ? minute - 1440 : minute
    return (minute / 60).twoDigits + ":" + (minute % 60).twoDigits
  }

  private static func words(_ words: Words) -> String {
    if let plain = words.byLanguage[""] { return quoted(plain) }
    let entries = words.byLanguage.sorted { $0.key > $1.key }.map { "\($0.key): " + quoted($0.value) }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  private static func list(_ items: [String]) -> String {
    "[" + items.map(quoted).joined(separator: ", ") + "]"
  }

  /// Between double quotes, where only these two have a meaning of their own: what cannot be seen is refused before.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }

  /// Six digits after the point, without an exponent.
  private static func degrees(_ value: Double) -> String {
    let millionths = Int((value * 1_000_000).rounded())
    let digits = String(abs(millionths) % 1_000_000)
    var fraction = String(repeating: "0", count: 6 - digits.count) + digits
    while fraction.hasSuffix("0"), fraction.count > 1 { fraction.removeLast() }
    return (millionths < 0 ? "-" : "") + "\(abs(millionths) / 1_000_000).\(fraction)"
  }
}
