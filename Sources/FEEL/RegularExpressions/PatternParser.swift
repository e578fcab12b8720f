/// The tree of a regular expression.
indirect enum Pattern: Sendable {
  case empty
  case character(CharacterSet)
  case start, end
  case sequence([Pattern])
  case alternatives([Pattern])
  /// Any count from `minimum`, up to `maximum` when there is one.
  case repetition(Pattern, minimum: Int, maximum: Int?, greedy: Bool)
  case group(Pattern, number: Int)
  /// What the group matched, once more.
  case backReference(Int)
}

/// Reads regular expressions as XPath functions 3.1 (5.6.1) write them.
struct PatternParser {
  struct Malformed: Error {}

  private let characters: [Unicode.Scalar]
  private var index = 0
  private var nesting = 0
  private(set) var groupCount = 0
  private var closedGroups: Set<Int> = []
  private(set) var hasBackReferences = false
  private let flags: Set<Character>

  init(_ text: String, flags: Set<Character>) {
    let scalars = Array(text.unicodeScalars)
    characters = flags.contains("x") && !flags.contains("q") ? PatternParser.withoutSpace(scalars) : scalars
    self.flags = flags
  }

  /// Flag `x`: white space does not count, except in square brackets.
  private static func withoutSpace(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var brackets = 0
    var isEscaped = false
    for scalar in scalars {
      if brackets == 0, CharacterSet.space.contains(scalar) { continue }
      kept.append(scalar)
      if !isEscaped, scalar == "[" { brackets += 1 }
      if !isEscaped, scalar == "]", brackets > 0 { brackets -= 1 }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return kept
  }

  mutating func parse() throws(Malformed) -> Pattern {
    if flags.contains("q") { return .sequence(characters.map { literal(.only($0)) }) }
    let pattern = try alternatives()
    guard index == characters.count else { throw Malformed() }
    return pattern
  }

  private var current: Unicode.Scalar? { index < characters.count ? characters[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    index += 1
    return true
  }

  private mutating func next() throws(Malformed) -> Unicode.Scalar {
    guard let scalar = current else { throw Malformed() }
    index += 1
    return scalar
  }

  private func literal(_ set: CharacterSet) -> Pattern {
    guard flags.contains("i") else { return .character(set) }
    // `[^q]` leaves out both cases.
    if case .not(let left) = set { return .character(.not(.ignoringCase(left))) }
    return .character(.ignoringCase(set))
  }

  private mutating func alternatives() throws(Malformed) -> Pattern {
    guard nesting < Limits.nesting else { throw Malformed() }
    nesting += 1
    defer { nesting -= 1 }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(Malformed) -> Pattern {
    var items: [Pattern] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      items.append(try quantified(try atom()))
    }
    return .sequence(items)
  }

  private mutating func quantified(_ atom: Pattern) throws(Malformed) -> Pattern {
    let (minimum, maximum): (Int, Int?)
    if take("*") {
      (minimum, maximum) = (0, nil)
    } else if take("+") {
      (minimum, maximum) = (1, nil)
    } else if take("?") {
      (minimum, maximum) = (0, 1)
    } else if take("{") {
      (minimum, maximum) = try counts()
    } else {
      return atom
    }
    return .repetition(atom, minimum: minimum, maximum: maximum, greedy: !take("?"))
  }

  private mutating func counts() throws(Malformed) -> (Int, Int?) {
    let minimum = try count()
    var maximum: Int? = minimum
    if take(",") { maximum = current == "}" ? nil : try count() }
    guard take("}"), maximum.map({ $0 >= minimum }) ?? true else { throw Malformed() }
    return (minimum, maximum)
  }

  private mutating func count() throws(Malformed) -> Int {
    var value: Int?
    while let scalar = current, let digit = Int(String(scalar)) {
      value = (value ?? 0) * 10 + digit
      guard value ?? 0 <= 1000 else { throw Malformed() }
      index += 1
    }
    guard let value else { throw Malformed() }
    return value
  }

  private mutating func atom() throws(Malformed) -> Pattern {
    let scalar = try next()
    switch scalar {
    case "(": return try group()
    case "[": return literal(try bracket())
    case ".": return .character(flags.contains("s") ? .any : .anyButLineEnd)
    case "^": return .start
    case "$": return .end
    case "\\":
      if let number = try backReference() { return .backReference(number) }
      return literal(try escape())
    case "*", "+", "?", "{", "}", "]": throw Malformed()
    default: return literal(.only(scalar))
    }
  }

  /// `\1`: as many digits as still name a group that is closed; nil, and nothing taken, for anything else.
  private mutating func backReference() throws(Malformed) -> Int? {
    guard let first = current, let digit = Int(String(first)), first.isASCII else { return nil }
    var number = digit
    index += 1
    while let next = current, next.isASCII, let digit = Int(String(next)), number * 10 + digit <= groupCount {
      number = number * 10 + digit
      index += 1
    }
    guard closedGroups.contains(number) else { throw Malformed() }
    hasBackReferences = true
    return number
  }

  private mutating func group() throws(Malformed) -> Pattern {
    var number: Int?
    if take("?") {
      guard take(":") else { throw Malformed() }
    } else {
      groupCount += 1
      number = groupCount
    }
    let inner = try alternatives()
    guard take(")") else { throw Malformed() }
    if let number { closedGroups.insert(number) }
    return number.map { .group(inner, number: $0) } ?? inner
  }

  /// After `[`.
  private mutating func bracket() throws(Malformed) -> CharacterSet {
    guard nesting < Limits.nesting else { throw Malformed() }
    nesting += 1
    defer { nesting -= 1 }
    let negated = take("^")
    var sets: [CharacterSet] = []
    var removed: CharacterSet?
    repeat {
      if current == "-", index + 1 < characters.count, characters[index + 1] == "[" {
        index += 2
        removed = try bracket()
        guard take("]") else { throw Malformed() }
        let kept = CharacterSet.union(sets)
        return .difference(negated ? .not(kept) : kept, removed ?? .union([]))
      }
      sets.append(try bracketItem())
    } while !take("]")
    return negated ? .not(.union(sets)) : .union(sets)
  }

  private mutating func bracketItem() throws(Malformed) -> CharacterSet {
    let first = try bracketCharacter()
    guard case .only(let low) = first, current == "-", index + 1 < characters.count,
      characters[index + 1] != "]", characters[index + 1] != "["
    else { return first }
    index += 1
    guard case .only(let high) = try bracketCharacter(), low <= high else { throw Malformed() }
    return .range(low...high)
  }

  private mutating func bracketCharacter() throws(Malformed) -> CharacterSet {
    let scalar = try next()
    if scalar == "[" { throw Malformed() }
    return scalar == "\\" ? try escape() : .only(scalar)
  }

  /// After `\`.
  private mutating func escape() throws(Malformed) -> CharacterSet {
    let scalar = try next()
    switch scalar {
    case "n": return .only("\n")
    case "r": return .only("\r")
    case "t": return .only("\t")
    case "d": return .digit
    case "D": return .not(.digit)
    case "s": return .space
    case "S": return .not(.space)
    case "w": return .word
    case "W": return .not(.word)
    case "i": return .nameStart
    case "I": return .not(.nameStart)
    case "c": return .namePart
    case "C": return .not(.namePart)
    case "p": return try category()
    case "P": return .not(try category())
    case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^", "$", "/": return .only(scalar)
    default: throw Malformed()
    }
  }

  private mutating func category() throws(Malformed) -> CharacterSet {
    guard take("{") else { throw Malformed() }
    var name = ""
    while let scalar = current, scalar != "}" {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    guard take("}") else { throw Malformed() }
    if name.hasPrefix("Is") {
      guard let ranges = UnicodeBlocks.block(String(name.dropFirst(2))) else { throw Malformed() }
      return .union(ranges.map { .range($0) })
    }
    guard 1...2 ~= name.count else { throw Malformed() }
    return .category(name)
  }
}
