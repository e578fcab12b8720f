/// Finds what a person may have meant.
enum Nearest {
  /// The candidates that differ from `name` by few letters, nearest first; at most three.
  static func names(to name: String, among candidates: some Sequence<String>) -> [String] {
    let limit = max(1, name.count / 3)
    let scored = Set(candidates).compactMap { candidate -> (Int, String)? in
      guard abs(candidate.count - name.count) <= limit else { return nil }
      let distance = distance(Array(name.lowercased()), Array(candidate.lowercased()))
      return distance <= limit ? (distance, candidate) : nil
    }
    return scored.sorted { $0 < $1 }.prefix(3).map(\.1)
  }

  /// Optimal string alignment: inserted, removed, replaced and swapped letters.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let change = left[row - 1] == right[column - 1] ? 0 : 1
        var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + change)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
