/// `sort` (DMN 1.5, 10.3.4.8).
extension BuiltIns {
  static let sorting: [BuiltIn] = [
    BuiltIn(
      "sort",
      .init(["list": .list(.any), "precedes": .function([.any, .any], .any)], result: sameList) {
        arguments, evaluation in
        guard let items = arguments[0].asList, let precedes = arguments[1].asFunction else { return nil }
        return merged(items, precedes, &evaluation).map { .list($0) }
      })
  ]

  /// A stable merge sort: unlike the library's, it bears an order that contradicts itself.
  private static func merged(_ items: [Value], _ precedes: Function, _ evaluation: inout Evaluation)
    -> [Value]?
  {
    guard items.count > 1 else { return items }
    let middle = items.count / 2
    guard let left = merged(Array(items[..<middle]), precedes, &evaluation),
      let right = merged(Array(items[middle...]), precedes, &evaluation)
    else { return nil }
    var result: [Value] = []
    result.reserveCapacity(items.count)
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
      guard evaluation.stepsLeft > 0 else { return nil }
      // The right one goes first only when it must, which keeps equal items in their order.
      if evaluation.call(precedes, [right[second], left[first]], at: 0..<0).truth == true {
        result.append(right[second])
        second += 1
      } else {
        result.append(left[first])
        first += 1
      }
    }
    return result + left[first...] + right[second...]
  }
}
