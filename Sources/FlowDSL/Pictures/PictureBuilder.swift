/// Makes the picture of one flow: nodes for its steps, edges for its routes.
struct PictureBuilder {
  let program: Program
  let flow: Flow
  let visited: Visited?
  let words: PictureWords
  var language: String { words.language }
  var conditions: ConditionWords { parts.conditions }
  let parts: PartWords
  /// Where boxes lead, and the numbers of their steps, in a print.
  let links: PictureLinks?
  /// Roles in the order in which they first act; a role's place is its colour.
  private let roles: [String]

  init(
    flow index: Int, of program: Program, words: PictureWords, visited: Visited?, links: PictureLinks? = nil
  ) {
    self.program = program
    self.links = links
    parts = PartWords(flow: index, of: program, words: words)
    flow = program.flows[index]
    self.visited = visited
    self.words = words
    var roles: [String] = []
    for step in program.flows[index].steps {
      let branches: [Branch] = if case .together(let branches) = step.kind { branches } else { [] }
      for role in [step.by] + branches.map(\.by) {
        if let role, !roles.contains(role) { roles.append(role) }
      }
    }
    self.roles = roles
  }

  func picture() -> Picture {
    let start = Picture.Node(
      identifier: "start", shape: .start, heading: "", title: "", details: [], colour: nil,
      isVisited: visited != nil)
    let first = Picture.Edge(
      from: start.identifier, to: identifier(of: flow.first), label: nil, isDashed: false,
      isVisited: visited != nil)
    var body = block(from: flow.first, upTo: flow.steps.count)
    if let interrupts = interruptCluster() { body.clusters.append(interrupts) }
    return Picture(
      title: flow.title(language), language: language, nodes: [start] + body.nodes, clusters: body.clusters,
      edges: [first] + body.edges, legend: roles.map { program.roles[$0]?(language) ?? parts.names.name($0) },
      legendTitle: words("roles"))
  }

  struct Body {
    var nodes: [Picture.Node] = []
    var clusters: [Picture.Cluster] = []
    var edges: [Picture.Edge] = []
  }

  /// The steps of a block; the steps of its branches, which follow their `together` in the flow's list, go into clusters.
  private func block(from first: Int, upTo end: Int, join: String? = nil, by: String? = nil) -> Body {
    var body = Body()
    var index: Int? = first
    while let current = index, current < end {
      let step = flow.steps[current]
      body.nodes.append(node(of: current, by: by))
      var source = identifier(of: current)
      if case .together(let branches) = step.kind {
        let last = follower(of: step) ?? end
        let joint = "\(source)_join"
        for (place, branch) in branches.enumerated() {
          let limit = place + 1 < branches.count ? branches[place + 1].first : last
          let inside = block(from: branch.first, upTo: limit, join: joint, by: branch.by ?? by)
          body.clusters.append(
            Picture.Cluster(
              identifier: "\(source)_\(place)", title: title(of: branch), nodes: inside.nodes,
              clusters: inside.clusters))
          let isVisited = [step.name, flow.steps[branch.first].name].allSatisfy {
            visited?.steps.contains($0) ?? false
          }
          body.edges.append(
            Picture.Edge(
              from: source, to: identifier(of: branch.first), label: nil, isDashed: false,
              isVisited: isVisited))
          body.edges += inside.edges
        }
        body.nodes.append(
          Picture.Node(
            identifier: joint, shape: .join, heading: "", title: "", details: [], colour: nil,
            isVisited: visited?.steps.contains(step.name) ?? false))
        source = joint
      }
      body.edges += routes(of: step, from: source, join: join)
      index = follower(of: step)
    }
    return body
  }

  /// The node of a step; in a branch, `by` is who does what no step says otherwise of.
  private func node(of index: Int, by: String?) -> Picture.Node {
    let step = flow.steps[index]
    let (shape, kind) = shape(of: step.kind)
    let role = (step.by ?? by).flatMap { roles.firstIndex(of: $0) }
    let number = links?.number(of: index)
    let heading = [
      number, words(kind), role.map { program.roles[roles[$0]]?(language) ?? parts.names.name(roles[$0]) },
    ]
    .compactMap { $0 }.joined(separator: " · ")
    var details: [String] = []
    if let when = step.when { details.append(words("if") + " " + conditions.text(of: when)) }
    if let due = step.due { details.append(parts.due(due)) }
    if case .run(let call) = step.kind { details += parts.repetition(call) }
    if let concurrence = step.concurrence {
      let roles = concurrence.roles.map { program.roles[$0]?(language) ?? $0 }
      details.append(words("agree") + " " + roles.joined(separator: ", "))
    }
    if case .decide(let decision) = step.kind, case .model(let model) = decision.logic {
      details.append("\(model.decision) (\(model.file))")
    }
    if !step.notes.law.isEmpty { details.append(step.notes.law.joined(separator: ", ")) }
    return Picture.Node(
      identifier: identifier(of: index), shape: shape, heading: heading, title: parts.step(step),
      details: details, content: content(of: step), number: number,
      link: links?.link(to: index, calling: step.kind.calledFlow),
      colour: role, isVisited: visited?.steps.contains(step.name) ?? false)
  }

  private func title(of branch: Branch) -> String {
    let role = branch.by.map { program.roles[$0]?(language) ?? parts.names.name($0) }
    return [branch.title?(language) ?? parts.names.name(branch.name), role].compactMap { $0 }
      .joined(separator: " · ")
  }

  func identifier(of index: Int) -> String { "s\(index)" }
}
