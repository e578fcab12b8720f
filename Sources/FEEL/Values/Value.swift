/// What a FEEL expression gives (DMN 1.5, 10.3.2.2).
///
/// Null, booleans, numbers, dates and durations carry no reference; a value takes 17 bytes.
public enum Value: Sendable {
  case null
  case boolean(Bool)
  case number(Number)
  case string(String)
  case date(CalendarDate)
  case time(ClockTime)
  case dateTime(DateTime)
  case daysDuration(DaysDuration)
  case yearsDuration(YearsDuration)
  case list([Value])
  case context(Context)
  indirect case range(Interval)
  case function(Function)
}

extension Value: Hashable {
  /// The same value of the same kind. Strings are compared by code points, as FEEL does.
  ///
  /// This is identity of values, not FEEL's `=`: `null == null` holds and times with different zones differ.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let left), .boolean(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.hasSameCodePoints(as: right)
    case (.date(let left), .date(let right)): left == right
    case (.time(let left), .time(let right)): left == right
    case (.dateTime(let left), .dateTime(let right)): left == right
    case (.daysDuration(let left), .daysDuration(let right)): left == right
    case (.yearsDuration(let left), .yearsDuration(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    case (.context(let left), .context(let right)): left == right
    case (.range(let left), .range(let right)): left == right
    case (.function(let left), .function(let right)): left === right
    default: false
    }
  }

  /// Consistent with `==`.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .number(let value): hasher.combine(value)
    case .string(let value): hasher.combine(value)
    case .date(let value): hasher.combine(value)
    case .time(let value): hasher.combine(value)
    case .dateTime(let value): hasher.combine(value)
    case .daysDuration(let value): hasher.combine(value)
    case .yearsDuration(let value): hasher.combine(value)
    case .list(let value): hasher.combine(value)
    case .context(let value): hasher.combine(value)
    case .range(let value): hasher.combine(value)
    case .function(let value): hasher.combine(ObjectIdentifier(value))
    }
  }
}

extension String {
  /// Whether both strings are the same sequence of Unicode code points (no normalisation).
  @inline(__always)
  package func hasSameCodePoints(as other: String) -> Bool {
    // Equal code points are canonically equivalent, which the library compares fast; the reverse needs a look.
    utf8.count == other.utf8.count && self == other && utf8.elementsEqual(other.utf8)
  }
}

extension Value: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral
{
  /// A boolean.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Number(value)) }
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A list.
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
}
