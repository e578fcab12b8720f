import FEEL

extension ScenarioNames.Asked {
  /// Whether a reply fits.
  func takes(_ reply: ReplySyntax) -> Bool {
    switch (self, reply.form) {
    case (.question(let type, let unknown, let declined), .value(let literal)):
      literal.fits(type)
        || (unknown && literal.form == .text("unknown")) || (declined && literal.form == .text("declined"))
    case (.item, .value(let literal)): if case .boolean = literal.form { true } else { false }
    case (.item, .done): true
    case (.recommendation, .value(let literal)): literal.form == .text("confirm")
    case (.recommendation(let type), .override(let literal, _, _)): type.map { literal.fits($0) } ?? true
    case (.contact, .value(let literal)): literal.isContact
    case (.contact, .unreached), (.contact, .putOff): true
    case (.contact, .tries(let tries)): tries.allSatisfy(takes)
    case (.referral, .value(let literal)):
      literal.form == .text("referred") || literal.form == .text("number-given")
    case (.referral, .referred), (.referral, .impossible): true
    case (.concurrence, .value(let literal)): literal.form == .text("agree")
    case (.concurrence, .disagreed): true
    case (.wait, .value(let literal)): literal.fits(.daysDuration)
    default: false
    }
  }

  /// What a reply means that is a day or a moment in another order.
  func meant(by reply: ReplySyntax) -> String? {
    guard case .question(let type, _, _) = self, case .value(let literal) = reply.form else { return nil }
    return literal.meant(as: type)
  }

  /// A reply that fits, as it is written.
  var example: String {
    switch self {
    case .question(let type, let unknown, let declined):
      type.example ?? (unknown ? "unknown" : declined ? "declined" : "")
    case .item: "true"
    case .recommendation: "confirm"
    case .contact: "reached"
    case .referral: "referred"
    case .wait: "PT1H"
    case .concurrence: "agree"
    }
  }

  /// What fits, as it is written.
  var written: String {
    switch self {
    case .question(let type, let unknown, let declined):
      ([type.written] + (unknown ? ["unknown"] : []) + (declined ? ["declined"] : [])).joined(
        separator: " | ")
    case .item: "true | false | {done: false, reason: …}"
    case .recommendation: "confirm | {override: …, reason: …}"
    case .contact: "reached | no-answer | {unreached: …} | {put-off: PT12H}"
    case .referral: "referred | {referred: …} | number-given | {impossible: …}"
    case .wait: "PT1H"
    case .concurrence: "agree | {disagree: …}"
    }
  }
}

extension LiteralSyntax {
  /// Whether the value is one of a type.
  func fits(_ type: ValueType) -> Bool {
    switch (form, type) {
    case (_, .any), (.boolean, .boolean), (.number, .number), (.number, .string), (.text, .string): true
    case (.number(let text), .choice(let values)), (.text(let text), .choice(let values)):
      values.contains(text)
    case (.text(let text), .date), (.text(let text), .time), (.text(let text), .dateTime),
      (.text(let text), .daysDuration), (.text(let text), .yearsDuration):
      !text.contains("\"") && !text.contains("\\")
        && (try? FEELCompiler.compile(expression: "@\"\(text)\"", in: Scope([])))?.type == type
    case (.list(let items), .list(let item)): items.allSatisfy { $0.fits(item) }
    case (.record(let written), .context(let fields)):
      written.allSatisfy { field in
        fields.contains { $0.name == field.name.value && field.value.fits($0.type) }
      }
    default: false
    }
  }

  /// What is meant by a date or a moment in the order of a letter, `07/03/2026 21h30`, as a type has it.
  func meant(as type: ValueType) -> String? {
    guard case .text(let text) = form else { return nil }
    let parts = text.split { !$0.isNumber }.map(String.init)
    guard parts.count >= 3, parts[2].count == 4, let day = Int(parts[0]), let month = Int(parts[1]) else {
      return nil
    }
    func two(_ number: String) -> String { number.count < 2 ? "0" + number : number }
    let date = "\(parts[2])-\(two(String(month)))-\(two(String(day)))"
    let meant: String
    switch type {
    case .date: meant = date
    case .dateTime:
      let hour = parts.count > 3 ? parts[3] : "00"
      meant = "\(date)T\(two(hour)):\(two(parts.count > 4 ? parts[4] : "00")):00Z"
    default: return nil
    }
    return LiteralSyntax(form: .text(meant), place: place).fits(type) ? meant : nil
  }

  /// The value as it is written, in a line.
  var written: String {
    switch form {
    case .null: "null"
    case .boolean(let value): String(value)
    case .number(let text), .text(let text): text
    case .list(let items): "[" + items.map(\.written).joined(separator: ", ") + "]"
    case .record(let fields):
      "{" + fields.map { "\($0.name.value): \($0.value.written)" }.joined(separator: ", ") + "}"
    }
  }

  fileprivate var isContact: Bool {
    switch form {
    case .text("reached"), .text("no-answer"): true
    case .list(let tries): !tries.isEmpty && tries.allSatisfy(\.isContact)
    default: false
    }
  }
}

extension ValueType {
  /// A value of the type as it is written in a scenario; `nil` where there is none that is short.
  var example: String? {
    switch self {
    case .boolean: "true"
    case .number: "2"
    case .string: "in the evening"
    case .date: "2026-03-07"
    case .time: "\"21:30:00\""
    case .dateTime: "2026-03-07T21:30:00Z"
    case .daysDuration: "PT2H"
    case .yearsDuration: "P2Y"
    case .choice(let values): values.first
    case .list(let item): item.example.map { "[\($0)]" }
    case .context(let fields):
      "{"
        + fields.compactMap { field in field.type.example.map { "\(field.name): \($0)" } }.joined(
          separator: ", ") + "}"
    default: nil
    }
  }
}
