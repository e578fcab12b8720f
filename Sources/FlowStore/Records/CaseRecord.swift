import FlowRuntime
import GRDB

/// A case to be opened.
public struct NewCase: Sendable, Hashable {
  /// The name under which it is found, unique in the journal.
  public var identifier: String
  /// When it was opened.
  public var opened: Instant

  /// A case by its name, opened at an instant.
  public init(_ identifier: String, opened: Instant) {
    self.identifier = identifier
    self.opened = opened
  }
}

/// A case as the journal lists it.
public struct CaseRecord: Sendable, Hashable {
  /// The name under which it is found.
  public var identifier: String
  /// Hash of the program it is pinned to.
  public var program: String
  /// When it was opened.
  public var opened: Instant
  /// Where its chain stands.
  public var head: ChainHead
}

/// A case with the number by which the tables know it.
struct NumberedCase {
  var number: Int64
  var record: CaseRecord

  static let columns = "number, identifier, program, opened, length, head"

  init(row: Row) throws {
    number = row[0]
    let identifier: String = row[1]
    let bytes: [UInt8] = try row.bytes(at: 5)
    guard let hash = Hash(bytes: bytes) else { throw StoreError.database(reason: "head of \(identifier)") }
    record = CaseRecord(
      identifier: identifier, program: row[2], opened: Instant(milliseconds: row[3]),
      head: ChainHead(sequence: row[4], hash: hash))
  }

  /// The case of that name.
  static func find(_ identifier: String, in database: Database) throws -> NumberedCase {
    let statement = try database.cachedStatement(
      sql: "SELECT \(columns) FROM cases WHERE identifier = ?")
    guard let row = try Row.fetchOne(statement, arguments: [identifier]) else {
      throw StoreError.noSuchCase(identifier)
    }
    return try NumberedCase(row: row)
  }
}
