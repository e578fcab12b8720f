/// Builds the tree from events, one node within another.
struct TreeBuilder: ~Copyable {
  private let events: EventReader
  private let file: String
  private var nodes = 0
  /// What is wrong but leaves the rest readable.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ events: consuming EventReader, file: String) {
    self.events = events
    self.file = file
  }

  /// The one document of the file.
  mutating func document() throws(Diagnostic) -> Node {
    _ = try events.next()
    let start = try events.next()
    guard case .documentStart(let hasDirective) = start.form else {
      throw Diagnostic(.emptyFile, at: Place(startOf: file))
    }
    if hasDirective {
      throw Diagnostic(.directive, at: place(of: start), ["found": "%"])
    }
    let root = try node(try events.next(), depth: 1)
    _ = try events.next()
    let end = try events.next()
    guard case .streamEnd = end.form else {
      throw Diagnostic(.severalDocuments, at: place(of: end))
    }
    if case .scalar(let scalar) = root.form, scalar.isAbsent {
      throw Diagnostic(.emptyFile, at: Place(startOf: file))
    }
    return root
  }

  // INVARIANT: recursion is bounded by `Limits.depth`.
  private mutating func node(_ event: Event, depth: Int) throws(Diagnostic) -> Node {
    nodes += 1
    if nodes > Limits.nodes {
      throw Diagnostic(.tooManyNodes, at: place(of: event), ["limit": String(Limits.nodes)])
    }
    switch event.form {
    case .scalar(let scalar, let decoration):
      check(decoration, of: event)
      return self.scalar(scalar, of: event)
    case .sequenceStart(let decoration):
      check(decoration, of: event)
      try check(depth, of: event)
      return try sequence(event, depth: depth)
    case .mappingStart(let decoration):
      check(decoration, of: event)
      try check(depth, of: event)
      return try mapping(event, depth: depth)
    case .alias(let name):
      throw Diagnostic(.alias, at: place(of: event), ["name": name])
    case .streamStart, .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd:
      throw Diagnostic(.yamlNotUnderstood, at: place(of: event))
    }
  }

  private mutating func scalar(_ scalar: Node.Scalar, of event: Event) -> Node {
    let length = scalar.text.utf8.count > Limits.scalarLength ? scalar.text.unicodeScalars.count : 0
    if length > Limits.scalarLength {
      diagnostics.append(
        Diagnostic(
          .scalarTooLong, at: place(of: event),
          ["limit": String(Limits.scalarLength), "found": String(length)]))
    }
    return Node(form: .scalar(scalar), place: place(of: event))
  }

  private mutating func sequence(_ start: Event, depth: Int) throws(Diagnostic) -> Node {
    var items: [Node] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event.form {
        return Node(form: .sequence(items), place: place(from: start, to: event, last: items.last?.place))
      }
      items.append(try node(event, depth: depth + 1))
    }
  }

  private mutating func mapping(_ start: Event, depth: Int) throws(Diagnostic) -> Node {
    var entries: [Node.Entry] = []
    var seen: [String: Place] = [:]
    while true {
      let event = try events.next()
      if case .mappingEnd = event.form {
        let last = entries.last.map { $0.value.place }
        return Node(form: .mapping(entries), place: place(from: start, to: event, last: last))
      }
      let keyNode = try node(event, depth: depth + 1)
      let value = try node(try events.next(), depth: depth + 1)
      guard case .scalar(let key) = keyNode.form, !key.isAbsent else {
        diagnostics.append(Diagnostic(.keyNotText, at: keyNode.place))
        continue
      }
      if key.text == "<<", key.style == .plain {
        diagnostics.append(Diagnostic(.merge, at: keyNode.place))
        continue
      }
      if let first = seen.updateValue(keyNode.place, forKey: key.text) {
        seen[key.text] = first
        diagnostics.append(
          Diagnostic(
            .duplicateKey, at: keyNode.place, ["key": key.text], related: [.init(.first, at: first)]))
        continue
      }
      entries.append(Node.Entry(key: Located(key.text, at: keyNode.place), value: value))
    }
  }

  /// libyaml ends a block at the next token, past empty lines and comments; a block ends where its last child does.
  private func place(from start: Event, to end: Event, last: Place?) -> Place {
    let whole = events.place(start.start, end.end)
    let isFlow = end.end.index > end.start.index
    return isFlow ? whole : Place(file: file, start: whole.start, end: last?.end ?? whole.start)
  }

  private func place(of event: Event) -> Place { events.place(event.start, event.end) }

  private func check(_ depth: Int, of event: Event) throws(Diagnostic) {
    if depth > Limits.depth {
      throw Diagnostic(.nestedTooDeep, at: place(of: event), ["limit": String(Limits.depth)])
    }
  }

  private mutating func check(_ decoration: Event.Decoration, of event: Event) {
    if let anchor = decoration.anchor {
      diagnostics.append(Diagnostic(.anchor, at: place(of: event), ["name": anchor]))
    }
    if let tag = decoration.tag {
      diagnostics.append(Diagnostic(.tag, at: place(of: event), ["name": tag]))
    }
  }
}
