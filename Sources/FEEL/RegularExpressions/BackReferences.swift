/// Regular expressions with back-references: what one possibility matched decides how it goes on, so that each is tried
/// by itself.
extension RegularExpression {
  /// The first match at or after `start`; nil when there is none.
  ///
  /// - Returns: an outer nil when the evaluation's steps are used up.
  func firstBacktracking(
    in text: [Unicode.Scalar], from start: Int, _ ignoresCase: Bool, _ evaluation: inout Evaluation
  ) -> Match?? {
    // Behind the groups: where the last round of each loop began.
    let rounds = 2 * (groupCount + 1)
    let fresh = [Int](repeating: -1, count: rounds + loopCount)
    for begin in start...text.count {
      var open = [(place: 0, position: begin, groups: fresh)]
      while var top = open.popLast() {
        guard evaluation.spend(1, at: 0..<0) else { return nil }
        switch program[top.place] {
        case .match: return .some(match(top.groups))
        case .character(let set):
          guard top.position < text.count, set.contains(text[top.position]) else { continue }
          top.position += 1
        case .start:
          guard top.position == 0 || (multiline && text[top.position - 1] == "\n") else { continue }
        case .end:
          guard top.position == text.count || (multiline && text[top.position] == "\n") else { continue }
        case .save(let group): top.groups[group] = top.position
        case .backReference(let number):
          guard let end = place(after: number, top.groups, in: text, at: top.position, ignoresCase) else {
            continue
          }
          top.position = end
        case .split(let first, let second):
          open.append((second, top.position, top.groups))
          open.append((first, top.position, top.groups))
          continue
        case .jump(let place):
          open.append((place, top.position, top.groups))
          continue
        case .round(let loop): top.groups[rounds + loop] = top.position
        case .again(let place, let loop):
          if top.groups[rounds + loop] < top.position {
            open.append((place, top.position, top.groups))
            continue
          }
        }
        open.append((top.place + 1, top.position, top.groups))
      }
    }
    return .some(nil)
  }

  /// Where what a group matched ends once more; nil when it does not stand there. A group that took no part is empty.
  private func place(
    after number: Int, _ groups: [Int], in text: [Unicode.Scalar], at position: Int, _ ignoresCase: Bool
  ) -> Int? {
    let (low, high) = (groups[2 * number], groups[2 * number + 1])
    guard low >= 0, high > low else { return position }
    guard position + high - low <= text.count else { return nil }
    for offset in 0..<(high - low) {
      let wanted = CharacterSet.only(text[low + offset])
      let found = text[position + offset]
      guard ignoresCase ? CharacterSet.ignoringCase(wanted).contains(found) : wanted.contains(found) else {
        return nil
      }
    }
    return position + high - low
  }
}
