import FlowRuntime
import Foundation
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

extension CaseRecord {
  /// Characters of the longest name.
  static let longestName = 64

  /// Whether a text may name a case: letters from A to Z, digits and hyphens. It becomes part of commands, of names of
  /// files and of what a terminal shows.
  public static func isName(_ text: String) -> Bool {
    (1...longestName).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}

/// A case with the number by which the tables know it.
struct NumberedCase {
  var number: Int64
  var record: CaseRecord

  static let columns = "number, identifier, program, opened, length, head"

  init(row: Row) throws {
    number = try row.value(at: 0)
    // A head that is none must not hide the other cases: no chain ends with these.
    let hash = (try? row.value(Data.self, at: 5)).flatMap { Hash(bytes: $0) }
    record = CaseRecord(
      identifier: try row.value(at: 1), program: try row.value(at: 2),
      opened: Instant(milliseconds: try row.value(at: 3)),
      head: ChainHead(sequence: (try? row.value(at: 4)) ?? -1, hash: hash ?? .zero))
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
