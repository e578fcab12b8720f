/// Statistics over a list or over the arguments (DMN 1.5, 10.3.4.4).
extension BuiltIns {
  static let statistics: [BuiltIn] = [
    numericAggregate("median") { numbers in
      let sorted = numbers.sorted()
      let middle = sorted.count / 2
      guard sorted.count % 2 == 0 else { return sorted[middle] }
      return sorted[middle - 1].adding(sorted[middle])?.divided(by: 2)
    },
    numericAggregate("stddev") { numbers in
      guard numbers.count > 1, let mean = sum(numbers)?.divided(by: Number(numbers.count)) else { return nil }
      let squares = numbers.compactMap { number in
        number.subtracting(mean).flatMap { $0.multiplied(by: $0) }
      }
      guard squares.count == numbers.count else { return nil }
      return sum(squares)?.divided(by: Number(numbers.count - 1))?.squareRoot
    },
    aggregate("mode", result: { _ in .list(.number) }) { items in
      let numbers = items.compactMap(\.asNumber)
      guard numbers.count == items.count else { return nil }
      let counts = Dictionary(numbers.map { ($0, 1) }, uniquingKeysWith: +)
      let most = counts.values.max()
      return .list(counts.filter { $0.value == most }.keys.sorted().map { .number($0) })
    },
  ]
}
