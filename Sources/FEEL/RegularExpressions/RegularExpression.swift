/// A regular expression of XPath functions 3.1, run in time proportional to text and pattern.
///
/// All possibilities advance together through the text (Thompson's construction, with the captures of each possibility),
/// so that no pattern makes it slow. Only one with back-references tries them one after the other, each step paid for
/// from the evaluation's steps.
struct RegularExpression: Sendable {
  enum Instruction: Sendable {
    case character(CharacterSet)
    case start, end
    /// Goes on at both places, the first preferred.
    case split(Int, Int)
    case jump(Int)
    case save(Int)
    /// Notes where a round of a loop begins.
    case round(Int)
    /// Goes back to another round, unless the last one matched nothing: more of these would match nothing either.
    case again(Int, round: Int)
    case backReference(Int)
    case match
  }

  private(set) var program: [Instruction] = []
  private var visits = 0
  let groupCount: Int
  /// How many loops have no most.
  private(set) var loopCount = 0
  let multiline: Bool
  private let hasBackReferences: Bool
  private let ignoresCase: Bool
  private static let programLimit = 10_000

  /// A match: its groups as ranges of code points, the whole match first; nil for groups that took no part.
  struct Match {
    let groups: [Range<Int>?]
  }

  /// Nil when the text is no regular expression, or too large a one.
  init?(_ text: String, flags: String) {
    guard flags.allSatisfy({ "smixq".contains($0) }) else { return nil }
    var parser = PatternParser(text, flags: Set(flags))
    guard let pattern = try? parser.parse() else { return nil }
    groupCount = parser.groupCount
    multiline = flags.contains("m")
    hasBackReferences = parser.hasBackReferences
    ignoresCase = flags.contains("i")
    guard emit(.group(pattern, number: 0)) else { return nil }
    program.append(.match)
  }

  private mutating func emit(_ pattern: Pattern) -> Bool {
    // Counts visits and not only instructions: repetitions of nothing emit none.
    visits += 1
    guard visits < RegularExpression.programLimit else { return false }
    switch pattern {
    case .empty: return true
    case .character(let set): program.append(.character(set))
    case .start: program.append(.start)
    case .end: program.append(.end)
    case .backReference(let number): program.append(.backReference(number))
    case .sequence(let items): return items.allSatisfy { emit($0) }
    case .alternatives(let branches): return emit(branches[...])
    case .group(let inner, let number):
      program.append(.save(2 * number))
      guard emit(inner) else { return false }
      program.append(.save(2 * number + 1))
    case .repetition(let inner, let minimum, let maximum, let greedy):
      return repeated(inner, minimum, maximum, greedy: greedy)
    }
    return true
  }

  private mutating func emit(_ branches: ArraySlice<Pattern>) -> Bool {
    guard let first = branches.first else { return true }
    guard branches.count > 1 else { return emit(first) }
    let split = program.count
    program.append(.match)
    guard emit(first) else { return false }
    let jump = program.count
    program.append(.match)
    program[split] = .split(split + 1, program.count)
    guard emit(branches.dropFirst()) else { return false }
    program[jump] = .jump(program.count)
    return true
  }

  private mutating func repeated(_ inner: Pattern, _ minimum: Int, _ maximum: Int?, greedy: Bool) -> Bool {
    for _ in 0..<minimum {
      guard emit(inner) else { return false }
    }
    guard let maximum else {
      let split = program.count
      let loop = loopCount
      loopCount += 1
      program += [.match, .round(loop)]
      guard emit(inner) else { return false }
      program.append(.again(split, round: loop))
      program[split] = greedy ? .split(split + 1, program.count) : .split(program.count, split + 1)
      return true
    }
    var splits: [Int] = []
    for _ in minimum..<max(minimum, maximum) {
      splits.append(program.count)
      program.append(.match)
      guard emit(inner) else { return false }
    }
    for split in splits {
      program[split] = greedy ? .split(split + 1, program.count) : .split(program.count, split + 1)
    }
    return true
  }

  // MARK: Running

  private struct Possibility {
    let place: Int
    let groups: [Int]
  }

  /// The first match at or after `start`; nil when there is none.
  ///
  /// - Returns: an outer nil when the evaluation's steps are used up.
  private func firstMatch(
    in text: [Unicode.Scalar], from start: Int, _ evaluation: inout Evaluation
  ) -> Match?? {
    if hasBackReferences { return firstBacktracking(in: text, from: start, ignoresCase, &evaluation) }
    var current: [Possibility] = []
    var best: [Int]?
    let fresh = [Int](repeating: -1, count: 2 * (groupCount + 1))
    for position in start...text.count {
      var seen = [Bool](repeating: false, count: program.count)
      var next: [Possibility] = []
      // A match that began earlier is preferred, so new beginnings come last, and none once there is a match.
      var queue = current
      if best == nil { queue.append(Possibility(place: 0, groups: fresh)) }
      var cost = 0
      for possibility in queue {
        var stack = [possibility]
        var isDecided = false
        while let top = stack.popLast() {
          guard !seen[top.place] else { continue }
          seen[top.place] = true
          cost += 1
          switch program[top.place] {
          case .character(let set):
            if position < text.count, set.contains(text[position]) {
              next.append(Possibility(place: top.place + 1, groups: top.groups))
            }
          case .start:
            if position == 0 || (multiline && text[position - 1] == "\n") {
              stack.append(Possibility(place: top.place + 1, groups: top.groups))
            }
          case .end:
            if position == text.count || (multiline && text[position] == "\n") {
              stack.append(Possibility(place: top.place + 1, groups: top.groups))
            }
          case .split(let first, let second):
            stack.append(Possibility(place: second, groups: top.groups))
            stack.append(Possibility(place: first, groups: top.groups))
          // No place is visited twice at a position, so that no round of nothing is followed by another.
          case .jump(let place), .again(let place, _):
            stack.append(Possibility(place: place, groups: top.groups))
          case .round: stack.append(Possibility(place: top.place + 1, groups: top.groups))
          case .save(let group):
            var groups = top.groups
            groups[group] = position
            stack.append(Possibility(place: top.place + 1, groups: groups))
          case .backReference: break
          case .match:
            best = top.groups
            isDecided = true
            stack.removeAll()
          }
        }
        if isDecided { break }
      }
      guard evaluation.spend(cost / 4, at: 0..<0) else { return nil }
      current = next
      if current.isEmpty, best != nil { break }
    }
    return .some(best.map { match($0) })
  }

  /// A match from the places that were saved.
  func match(_ best: [Int]) -> Match {
    let groups = (0...groupCount).map { group -> Range<Int>? in
      let (low, high) = (best[2 * group], best[2 * group + 1])
      return low >= 0 && high >= low ? low..<high : nil
    }
    return Match(groups: groups)
  }

  /// Whether it matches anywhere; nil when the steps are used up.
  func occurs(in text: String, _ evaluation: inout Evaluation) -> Bool? {
    firstMatch(in: Array(text.unicodeScalars), from: 0, &evaluation).map { $0 != nil }
  }

  /// All matches from left to right; nil when one is empty (which XPath forbids) or the steps are used up.
  private func matches(in text: [Unicode.Scalar], _ evaluation: inout Evaluation) -> [Match]? {
    var found: [Match] = []
    var position = 0
    while position <= text.count {
      guard let result = firstMatch(in: text, from: position, &evaluation) else { return nil }
      guard let match = result, let whole = match.groups[0] else { break }
      guard !whole.isEmpty else { return nil }
      found.append(match)
      position = whole.upperBound
    }
    return found
  }

  /// The text with each match replaced; `$1` stands for a group, `$0` for the match.
  func replace(_ text: String, with replacement: String, _ evaluation: inout Evaluation) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let matches = matches(in: scalars, &evaluation) else { return nil }
    var result = String.UnicodeScalarView()
    var position = 0
    for match in matches {
      guard let whole = match.groups[0], let filled = fill(replacement, match, scalars),
        evaluation.spend(filled.count / 16, at: 0..<0)
      else { return nil }
      result.append(contentsOf: scalars[position..<whole.lowerBound])
      result.append(contentsOf: filled)
      position = whole.upperBound
    }
    result.append(contentsOf: scalars[position...])
    return String(result)
  }

  private func fill(_ replacement: String, _ match: Match, _ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    var result: [Unicode.Scalar] = []
    var rest = Array(replacement.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        guard let escaped = rest.popFirst(), escaped == "\\" || escaped == "$" else { return nil }
        result.append(escaped)
      case "$":
        guard let first = rest.first, var number = Int(String(first)) else { return nil }
        rest = rest.dropFirst()
        // As many digits as still name a group.
        while let next = rest.first, let digit = Int(String(next)), number * 10 + digit <= groupCount {
          number = number * 10 + digit
          rest = rest.dropFirst()
        }
        if number <= groupCount, let range = match.groups[number] { result += text[range] }
      default: result.append(scalar)
      }
    }
    return result
  }

  /// The parts between matches.
  func split(_ text: String, _ evaluation: inout Evaluation) -> [String]? {
    let scalars = Array(text.unicodeScalars)
    guard let matches = matches(in: scalars, &evaluation) else { return nil }
    var parts: [String] = []
    var position = 0
    for range in matches.compactMap({ $0.groups[0] }) {
      parts.append(String(String.UnicodeScalarView(scalars[position..<range.lowerBound])))
      position = range.upperBound
    }
    return parts + [String(String.UnicodeScalarView(scalars[position...]))]
  }
}
