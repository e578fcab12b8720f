import FEEL

/// Finds the name that was meant where one is mistyped.
package enum Nearest {
  /// The candidate that differs from `name` by the fewest letters, if by few; the first in the alphabet among equals.
  package static func name(to name: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, name.count / 3)
    let letters = Array(name.lowercased())
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name && abs(candidate.count - name.count) <= limit {
      let distance = EditDistance.between(letters, Array(candidate.lowercased()))
      guard distance <= limit else { continue }
      if let best, (best.distance, best.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }
}
