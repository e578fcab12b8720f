/// A condition over booleans, numbers and choices as a short program, without calls or allocation.
struct GuardProgram: Sendable {
  init?(_ resolved: Resolved) { return nil }

  func run(_ slots: UnsafeBufferPointer<Value>) -> Bool? { nil }
}
