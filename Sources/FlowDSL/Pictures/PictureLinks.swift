/// Where the boxes of a printed picture lead, and the numbers of their steps: `#f2` is a flow, `#f2-s3` a step of it.
struct PictureLinks: Sendable {
  /// The index of the flow in the program.
  let flow: Int

  /// The anchor of a flow by its index in the program.
  static func anchor(flow index: Int) -> String { "f\(index + 1)" }

  /// The anchor of a step by its index in the flow.
  static func anchor(step: Int, of flow: Int) -> String { "\(anchor(flow: flow))-s\(step + 1)" }

  /// The number of a step.
  func number(of step: Int) -> String { "\(flow + 1).\(step + 1)" }

  /// Where the box of a step leads: to the flow that it runs, else to the step in words.
  func link(to step: Int, calling called: Int?) -> String {
    called.map { link(toFlow: $0) } ?? "#" + Self.anchor(step: step, of: flow)
  }

  func link(toFlow index: Int) -> String { "#" + Self.anchor(flow: index) }
}
