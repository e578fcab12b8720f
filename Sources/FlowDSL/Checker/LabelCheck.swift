import FEEL

/// Labels are for the values of a choice, or for the fields of a record, and for all of them.
enum LabelCheck {
  /// What is wrong with the labels of a type.
  static func check(_ labels: [NamedTextSyntax], of type: ValueType) -> [Diagnostic] {
    guard let first = labels.first, type != .any else { return [] }
    guard let values = type.labelled else {
      return [Diagnostic(.labelsNotChoice, at: first.name.place, ["found": type.written])]
    }
    var diagnostics: [Diagnostic] = []
    for label in labels
    where !values.contains(label.name.value) && !type.valuesOfFields.contains(label.name.value) {
      diagnostics.append(
        Diagnostic(
          .unknownLabel, at: label.name.place,
          [
            "name": label.name.value, "known": values.joined(separator: ", "),
            "nearest": Nearest.name(to: label.name.value, among: values) ?? "",
          ]))
    }
    diagnostics += twice(labels)
    let missing = values.filter { value in !labels.contains { $0.name.value == value } }
    // A label that is mistyped leaves its value without one.
    if !missing.isEmpty, !diagnostics.contains(where: { $0.code == .unknownLabel }) {
      diagnostics.append(
        Diagnostic(.missingLabel, at: first.name.place, ["missing": missing.joined(separator: ", ")]))
    }
    return diagnostics
  }

  /// Two values that are called the same: whoever answers cannot tell which is which.
  private static func twice(_ labels: [NamedTextSyntax]) -> [Diagnostic] {
    var first: [String: NamedTextSyntax] = [:]
    for label in labels {
      for entry in label.text.entries {
        let words = "\(entry.language.value): \(entry.words.value)"
        if let other = first[words] {
          return [
            Diagnostic(
              .labelTwice, at: entry.words.place,
              ["first": other.name.value, "second": label.name.value, "label": entry.words.value],
              related: [.init(.first, at: other.text.place)])
          ]
        }
        first[words] = label
      }
    }
    return []
  }
}

extension ValueType {
  /// What labels give words to: the values of a choice, the fields of a record; `nil` where there is nothing.
  fileprivate var labelled: [String]? {
    switch self {
    case .choice(let values): values
    case .context(let fields), .list(.context(let fields)): fields.map(\.name)
    default: nil
    }
  }

  /// The values of the choices that a record holds.
  fileprivate var valuesOfFields: [String] {
    switch self {
    case .context(let fields), .list(.context(let fields)):
      fields.flatMap { field -> [String] in
        switch field.type {
        case .choice(let values), .list(.choice(let values)): values
        default: []
        }
      }
    default: []
    }
  }
}
