/// Semantic versions (semver.org, 2.0.0).
enum Versions {
  /// `1.2.0`, `2.0.0-draft.1`, `1.0.0+2026`.
  static func isVersion(_ text: String) -> Bool {
    let build = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    let release = build[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = release[0].split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 3 && numbers.allSatisfy(isNumber)
      && release.dropFirst().allSatisfy { labels($0) { !$0.isDigits || isNumber($0) } }
      && build.dropFirst().allSatisfy { labels($0) { _ in true } }
  }

  private static func labels(_ text: Substring, _ isValid: (Substring) -> Bool) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      label.replacing("-", with: "0").isAlphanumeric
        && isValid(label)
    }
  }

  private static func isNumber(_ text: Substring) -> Bool {
    text.isDigits && (text.count == 1 || text.first != "0") && text.count <= 9
  }
}
