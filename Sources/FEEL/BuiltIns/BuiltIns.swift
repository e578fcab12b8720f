/// All built-in functions by name.
enum BuiltIns {
  static let all: [String: BuiltIn] = {
    let families = [booleans]
    return Dictionary(families.joined().map { ($0.name, $0) }) { first, _ in first }
  }()

  /// The names as the parser needs them.
  static let names = Array(all.keys)
}
