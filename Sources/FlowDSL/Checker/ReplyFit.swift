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
    case (.wait, .value(let literal)): literal.fits(.daysDuration)
    default: false
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
