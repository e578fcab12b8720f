/// Finds the declaration that was mistyped where the names that use it are right.
///
/// Where a name is not known, a name much like it stands nowhere but where it is declared, and the other stands in several
/// places, then the declaration is wrong and not its uses.
enum Misnaming {
  /// The diagnostics, with those on the uses of one mistyped declaration told once, where it is declared.
  static func told(_ diagnostics: [Diagnostic], in sources: [SourceText]) -> [Diagnostic] {
    var declared: [String: Diagnostic] = [:]
    var tried: Set<String> = []
    for diagnostic in diagnostics {
      guard let name = diagnostic.unknownName, tried.insert(name).inserted else { continue }
      for candidate in diagnostic.nearest {
        let places = NameSearch.places(of: candidate, in: sources, upTo: 2)
        guard places.count == 1, let place = places.first, place != diagnostic.place else { continue }
        let uses = NameSearch.places(of: name, in: sources, upTo: 100)
        guard uses.count >= 2 else { continue }
        declared[name] = Diagnostic(
          .misnamed, at: place, ["name": candidate, "used": name, "count": String(uses.count)],
          related: uses.prefix(1).map { .init(.used, at: $0) })
        break
      }
    }
    if declared.isEmpty { return diagnostics }
    let places = Set(declared.values.map(\.place))
    // The steps of a mistyped flow are called by paths that begin with its name: the name itself is told.
    let shortest = places.compactMap { place in
      declared.values.filter { $0.place == place }.min {
        ($0.arguments["used"] ?? "") < ($1.arguments["used"] ?? "")
      }
    }
    return diagnostics.filter { diagnostic in
      if let name = diagnostic.unknownName, declared[name] != nil { return false }
      return !places.contains(diagnostic.place)
    } + shortest
  }
}

extension Diagnostic {
  /// The names that may have been meant.
  fileprivate var nearest: [String] {
    (arguments["nearest"] ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
  }
}

/// Looks for a name in texts as a reader would: as a whole word that stands where names stand, not within a sentence.
enum NameSearch {
  /// Where a name stands, so many places at most.
  static func places(of name: String, in sources: [SourceText], upTo limit: Int) -> [Place] {
    guard !name.isEmpty else { return [] }
    let wanted = Array(name.utf8)
    var places: [Place] = []
    for source in sources where !source.path.isModel {
      let bytes = Array(source.text.utf8)
      var index = 0
      while index + wanted.count <= bytes.count, places.count < limit {
        guard bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted),
          isAlone(index..<index + wanted.count, in: bytes)
        else {
          index += 1
          continue
        }
        places.append(place(index..<index + wanted.count, of: bytes, in: source.path))
        index += wanted.count
      }
    }
    return places
  }

  /// Whether nothing that a name may hold touches the range, and no words stand on both sides of it.
  private static func isAlone(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    func isOfName(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
        true
      default: false
      }
    }
    let newline = UInt8(ascii: "\n")
    if range.lowerBound > 0, isOfName(bytes[range.lowerBound - 1]) {
      // The hyphen of a list stands apart from the name.
      return false
    }
    if range.upperBound < bytes.count, isOfName(bytes[range.upperBound]) { return false }
    let line = bytes[..<range.lowerBound].lastIndex(of: newline).map { $0 + 1 } ?? 0
    if bytes[line..<range.lowerBound].contains(UInt8(ascii: "#")) { return false }
    let before = bytes[line..<range.lowerBound].last { $0 != UInt8(ascii: " ") }
    let after = bytes[range.upperBound...].prefix { $0 != newline }.first { $0 != UInt8(ascii: " ") }
    return !(before.map(isOfName) == true && before != UInt8(ascii: "-") && after.map(isOfName) == true)
  }

  private static func place(_ range: Range<Int>, of bytes: [UInt8], in path: String) -> Place {
    let newline = UInt8(ascii: "\n")
    let line = 1 + bytes[..<range.lowerBound].count { $0 == newline }
    let start = bytes[..<range.lowerBound].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let column = 1 + bytes[start..<range.lowerBound].count { $0 & 0xC0 != 0x80 }
    return Place(
      file: path, start: Position(line: line, column: column, offset: range.lowerBound),
      end: Position(line: line, column: column + range.count, offset: range.upperBound))
  }
}
