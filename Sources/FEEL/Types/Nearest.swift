/// Finds what a person may have meant.
enum Nearest {
  /// The candidates that differ from `name` by few letters, nearest first; at most three.
  static func names(to name: String, among candidates: some Sequence<String>) -> [String] {
    let limit = max(1, name.count / 3)
    let scored = Set(candidates).compactMap { candidate -> (Int, String)? in
      guard abs(candidate.count - name.count) <= limit else { return nil }
      let distance = EditDistance.between(Array(name.lowercased()), Array(candidate.lowercased()))
      return distance <= limit ? (distance, candidate) : nil
    }
    return scored.sorted { $0 < $1 }.prefix(3).map(\.1)
  }
}
