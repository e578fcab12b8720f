/// Arguments of the form `--name value`.
struct Arguments {
  private var values: [String: String] = [:]

  init(_ arguments: [String]) {
    var rest = arguments.dropFirst()
    while let name = rest.popFirst(), name.hasPrefix("--"), let value = rest.popFirst() {
      values[String(name.dropFirst(2))] = value
    }
  }

  subscript(name: String) -> String? { values[name] }
}
