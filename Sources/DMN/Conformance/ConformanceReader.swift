import FEEL

extension ConformanceTest {
  /// Reads a test file of the kit.
  init(_ bytes: [UInt8]) throws(ModelFault) {
    let root: MarkupElement
    do throws(MarkupFault) {
      root = try MarkupParser.element(bytes)
    } catch {
      throw .markup(error)
    }
    guard root.name == "testCases" else {
      throw .notDMN(element: root.name, namespace: root.namespace, root.place)
    }
    model = root.text(of: "modelName")?.trimmed ?? ""
    var cases: [ConformanceCase] = []
    for element in root.children("testCase") { cases.append(try ConformanceCase(element)) }
    self.cases = cases
  }
}

extension ConformanceCase {
  init(_ element: MarkupElement) throws(ModelFault) {
    id = try element.required("id")
    invocable = element["invocableName"]
    var inputs = Context()
    for input in element.children("inputNode") {
      inputs[try input.required("name").trimmed] = Expected(input).value
    }
    self.inputs = inputs
    var results: [Result] = []
    for result in element.children("resultNode") {
      results.append(
        Result(
          name: try result.required("name").trimmed,
          expected: result.child("expected").map { Expected($0) } ?? .value(.null),
          isError: result.isTrue("errorResult")))
    }
    self.results = results
  }
}

extension Expected {
  /// What an element holds: components, a list, or a value.
  init(_ element: MarkupElement) {
    let components = element.children("component")
    if !components.isEmpty {
      self = .context(components.map { ($0["name"]?.trimmed ?? "", Expected($0)) })
    } else if let list = element.child("list") {
      self = .list(list.children("item").map { Expected($0) })
    } else if let value = element.child("value") {
      self.init(value: value)
    } else {
      self = .value(.null)
    }
  }

  private static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"

  private init(value element: MarkupElement) {
    if ["true", "1"].contains(element["nil", in: Expected.schemaInstance]) {
      self = .value(.null)
      return
    }
    let written = element["type", in: Expected.schemaInstance] ?? ""
    let type = written.split(separator: ":").last.map(String.init) ?? ""
    let text = element.text.trimmed
    switch type {
    case "string": self = .value(.string(element.text))
    case "boolean": self = .value(.boolean(text == "true" || text == "1"))
    case "decimal", "double", "float", "integer", "int", "long":
      self = Number(text).map { .value(.number($0)) } ?? .untyped(text)
    case "date", "time", "dateTime", "duration":
      self = Value(temporal: text).map { .value($0) } ?? .untyped(text)
    default: self = .untyped(text)
    }
  }

  /// As an input.
  var value: Value {
    switch self {
    case .value(let value): return value
    case .untyped(let text): return .string(text)
    case .list(let items): return .list(items.map(\.value))
    case .context(let entries):
      var context = Context()
      for entry in entries { context[entry.name] = entry.value.value }
      return .context(context)
    }
  }
}
