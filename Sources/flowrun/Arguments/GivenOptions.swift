/// The options that a proposed command repeats, so that it finds the same journal and lists services from the same place.
struct GivenOptions: Sendable {
  /// As they are typed behind a command, each with a space before it; empty where none were given.
  let words: String

  /// Those of a call.
  init(_ journal: JournalOption, _ place: PositionOption) {
    let given = [("--journal", journal.journal), ("--position", place.position)]
    words = given.map { name, value in value.map { " " + name + " " + $0.asArgument } ?? "" }.joined()
  }
}

extension String {
  /// As one argument of a shell: between single quotes where it holds anything but letters, digits and a few marks.
  var asArgument: String {
    let isPlain =
      !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "/._-,:+@".unicodeScalars.contains(scalar)
      }
    return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
