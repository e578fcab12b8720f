import FEEL

/// Why a value with parts is none of a type: the first part that does not fit.
public struct Misfit: Sendable, Hashable {
  /// The part, as a path in the value: `Driver.Points`, `[2].Points`.
  let path: String
  let kind: Kind

  enum Kind: Sendable, Hashable {
    case missing
    case notOfType(Value, ValueType)
  }

  /// The names by which catalogues know why a part does not fit.
  public static let identifiers = ["component-missing", "component-not-of-type"]

  /// Why an input or a parameter is null.
  func reason(of name: String) -> Warning.Reason {
    switch kind {
    case .missing: .engine("component-missing", ["name": name, "component": path])
    case .notOfType(let value, let type):
      .engine(
        "component-not-of-type",
        ["name": name, "component": path, "value": value.description, "type": type.description])
    }
  }
}

extension ItemType {
  /// The first part of a value that does not fit; nil where the whole is of another kind, or breaks a limit of its own.
  func misfit(_ value: Value) -> Misfit? { misfit(value, "") }

  /// Why a value cannot be that of an input or parameter.
  func warning(_ value: Value, of name: String, in function: String) -> Warning.Kind {
    if let misfit = misfit(value) { return .failed(function: function, reason: misfit.reason(of: name)) }
    return .invalidArgument(function: function, parameter: name, value: value.description)
  }

  private func misfit(_ value: Value, _ path: String) -> Misfit? {
    switch (self, value) {
    case (.constrained(let type, _, _), _): return type.misfit(value, path)
    case (.list(let item), .list(let items)):
      for (index, value) in items.enumerated() where value != .null && !item.holds(value) {
        return item.part(value, path + "[\(index + 1)]")
      }
      return nil
    case (.context(let fields), .context(let context)):
      for field in fields {
        let path = path + (path.isEmpty ? "" : ".") + field.name
        guard let value = context[field.name] else { return Misfit(path: path, kind: .missing) }
        if value != .null, !field.type.holds(value) { return field.type.part(value, path) }
      }
      return nil
    default: return nil
    }
  }

  /// A part that does not fit, or the part of it that does not.
  private func part(_ value: Value, _ path: String) -> Misfit {
    misfit(value, path) ?? Misfit(path: path, kind: .notOfType(value, valueType))
  }
}
