/// A value with the place where it is written.
public struct Located<Value> {
  /// What is written.
  public var value: Value
  /// Where it is written.
  public var place: Place

  /// A value and its place.
  public init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }

  /// The same place with another value.
  public func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: place)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
