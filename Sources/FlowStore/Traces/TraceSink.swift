import FlowRuntime

/// Takes what a trace holds, piece by piece, each piece verified.
public protocol TraceSink {
  /// A program with its sources.
  mutating func program(_ program: StoredProgram) throws
  /// A case begins.
  mutating func begin(_ record: CaseRecord) throws
  /// The next entry of the case; its place in the chain and its commitments are verified.
  mutating func entry(_ entry: SealedEntry) throws
  /// All entries of the case came, and the chain ends where it should.
  mutating func end(_ record: CaseRecord) throws
}
