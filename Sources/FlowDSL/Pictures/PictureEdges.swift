/// The arrows of a picture.
extension PictureBuilder {
  /// The step that follows in the block.
  func follower(of step: Step) -> Int? {
    if case .step(let index) = step.next { return index }
    return nil
  }

  /// The arrows out of a step: its guards in order, what is left, and passing over where that leads elsewhere.
  func routes(of step: Step, from source: String, join: String?) -> [Picture.Edge] {
    var edges: [Picture.Edge] = []
    func add(_ target: Target, label: String?, isDashed: Bool = false) {
      switch target {
      case .step(let index):
        let passage = Visited.Passage(from: step.name, to: flow.steps[index].name)
        edges.append(
          Picture.Edge(
            from: source, to: identifier(of: index), label: label, isDashed: isDashed,
            isVisited: visited?.passages.contains(passage) ?? false))
      case .endOfBranch:
        guard let join else { return }
        edges.append(
          Picture.Edge(
            from: source, to: join, label: label, isDashed: isDashed,
            isVisited: visited?.steps.contains(step.name) ?? false))
      }
    }
    var reachesNext = false
    if !step.isEnd {
      for (condition, target) in step.then.guards { add(target, label: conditions.text(of: condition)) }
      if let otherwise = step.then.otherwise {
        add(otherwise, label: step.then.guards.isEmpty ? nil : words("otherwise"))
        reachesNext = otherwise == step.next
      }
    }
    if step.when != nil, !reachesNext { add(step.next, label: words("passed-over"), isDashed: true) }
    return edges
  }
}

extension Step {
  /// Whether it ends the flow.
  var isEnd: Bool {
    if case .end = kind { true } else { false }
  }
}
