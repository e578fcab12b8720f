/// How strictly types are checked.
public enum Strictness: Sendable {
  /// What cannot work is a fault: for flows, whose facts all have declared types.
  case strict
  /// Only syntax is a fault; everything else gives null with a warning at evaluation, as DMN models expect.
  case lenient
}

/// Resolves names, infers types and nullability, and collects faults; goes on after each fault.
struct Checker {
  let scope: Scope
  let strictness: Strictness
  /// The type of `?`, in unary tests.
  let input: Input?
  var faults: [Fault] = []
  /// Names that lenient checking does not know and takes for null.
  var undeclared: [Fault] = []
  var slots: Set<Int> = []
  var names: [LocalName] = []
  var depth = 0
  /// Slots known not to be null here, because a condition before says so.
  var narrowed: Set<Int> = []
  var inputIsNarrowed = false

  struct Input {
    let type: ValueType
    let mayBeNull: Bool
  }

  struct LocalName {
    let name: String
    let index: Int
    let type: ValueType
    let mayBeNull: Bool
    /// The item of a filter: its fields are names too.
    var isItem = false
  }

  init(scope: Scope, strictness: Strictness, input: Input? = nil) {
    self.scope = scope
    self.strictness = strictness
    self.input = input
  }

  /// Reports a fault that strict checking refuses.
  mutating func fault(_ kind: Fault.Kind, at range: Range<Int>) {
    if strictness == .strict { faults.append(Fault(kind, at: range)) }
  }

  mutating func resolve(_ expression: Expression) -> Resolved {
    let range = expression.range
    switch expression.kind {
    case .null: return constant(.null, .null, range)
    case .boolean(let value): return constant(.boolean(value), .boolean, range)
    case .number(let value): return constant(.number(value), .number, range)
    case .string(let value): return constant(.string(value), .string, range)
    case .temporal(let text, .null):
      fault(.invalidTemporal(text), at: range)
      return missing(.failed(function: "@", reason: .notTemporal(text)), range)
    case .temporal(_, let value): return constant(value, value.type, range)
    case .name(let name): return self.name(name, range)
    case .path(let base, let field): return path(base, field, range)
    case .negation(let operand): return negation(operand, range)
    case .binary(let operation, let left, let right): return binary(operation, left, right, range)
    case .between(let value, let low, let high): return between(value, low, high, range)
    case .membership(let value, let tests): return membership(value, tests, range)
    case .comparison(let comparison, let end): return halfRange(comparison, end, range)
    case .instanceOf(let value, let type):
      return Resolved(
        node: .instanceOf(resolve(value), type.type), type: .boolean, nullness: .never, range: range)
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise, range)
    case .iteration(let bindings, let body): return iteration(bindings, body, range)
    case .quantified(let quantifier, let bindings, let body):
      return quantified(quantifier, bindings, body, range)
    case .filter(let list, let condition): return filter(list, condition, range)
    case .call(let function, let arguments): return call(function, arguments, range)
    case .list(let items): return list(items, range)
    case .context(let entries): return context(entries, range)
    case .range(let low, let includesLow, let high, let includesHigh):
      return interval(low, includesLow, high, includesHigh, range)
    case .function(let parameters, let body): return function(parameters, body, range)
    }
  }

  func constant(_ value: Value, _ type: ValueType, _ range: Range<Int>) -> Resolved {
    let nullness: Nullness = value == .null ? .possible : .never
    return Resolved(node: .constant(value), type: type, nullness: nullness, range: range)
  }

  /// What stands for something faulty.
  func missing(_ warning: Warning.Kind, _ range: Range<Int>) -> Resolved {
    Resolved(node: .missing(warning), type: .any, nullness: .possible, range: range)
  }

  /// Resolves with more local names; they are gone afterwards.
  mutating func withLocals<Result>(_ body: (inout Checker) -> Result) -> Result {
    let (outerNames, outerDepth) = (names, depth)
    defer { (names, depth) = (outerNames, outerDepth) }
    return body(&self)
  }

  /// Makes a local name and gives its place.
  mutating func bind(_ name: String, _ type: ValueType, mayBeNull: Bool, isItem: Bool = false) {
    names.append(LocalName(name: name, index: depth, type: type, mayBeNull: mayBeNull, isItem: isItem))
    depth += 1
  }
}
