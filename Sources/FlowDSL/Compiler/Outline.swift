/// The steps of a flow in the order of the text, each in its block: what routes are checked against.
///
/// A step's index is its place here; the steps of branches follow their `together`.
struct Outline {
  /// A step, its block, and what follows it there.
  struct Entry {
    let syntax: StepSyntax
    let block: Int
    /// The step that follows in the block; the end of the branch, or of the flow, after the last.
    var next: Target
  }

  /// Steps that run one after the other: those of the flow, or those of one branch.
  struct Block {
    var steps: [Int]
    /// The `together` that the block is a branch of.
    let owner: Int?
  }

  private(set) var entries: [Entry] = []
  /// The flow's own block is the first.
  private(set) var blocks: [Block] = []
  /// The first step of each name.
  private(set) var indices: [String: Int] = [:]
  /// Steps whose name another one bears already.
  private(set) var repeated: [(step: Int, first: Int)] = []
  /// The blocks of the branches of each `together`.
  private(set) var branches: [Int: [Int]] = [:]

  init(_ steps: [StepSyntax]) {
    add(steps, owner: nil)
  }

  private mutating func add(_ steps: [StepSyntax], owner: Int?) {
    let block = blocks.count
    blocks.append(Block(steps: [], owner: owner))
    for step in steps {
      let index = entries.count
      if let last = blocks[block].steps.last { entries[last].next = .step(index) }
      entries.append(Entry(syntax: step, block: block, next: .endOfBranch))
      blocks[block].steps.append(index)
      if let first = indices[step.name.value] {
        repeated.append((index, first))
      } else {
        indices[step.name.value] = index
      }
      if case .together(let branches) = step.kind {
        for branch in branches {
          self.branches[index, default: []].append(blocks.count)
          add(branch.steps, owner: index)
        }
      }
    }
  }
}
