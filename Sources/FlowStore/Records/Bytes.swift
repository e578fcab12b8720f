import Foundation
import GRDB

/// A row that holds something else than its table allows: someone wrote around the schema.
struct DamagedRow: Error {
  let reason: String
}

extension Row {
  /// The bytes of a blob, copied once.
  func bytes(at index: Int) throws -> [UInt8] {
    try withUnsafeData(atIndex: index) { data in data.map { [UInt8]($0) } ?? [] }
  }

  /// The bytes of a blob in the column of that name, copied once; none where there is no such column.
  func bytes(_ column: String) throws -> [UInt8] {
    try withUnsafeData(named: column) { data in data.map { [UInt8]($0) } ?? [] }
  }

  /// A value of a column; reading it as GRDB does would end the process where the column holds another kind.
  func value<Value: DatabaseValueConvertible>(_ type: Value.Type = Value.self, at index: Int) throws -> Value
  {
    let found: DatabaseValue = self[index]
    guard let value = Value.fromDatabaseValue(found) else {
      throw DamagedRow(reason: "column \(Array(columnNames)[index])")
    }
    return value
  }
}

extension [UInt8] {
  /// For an argument of a statement.
  var blob: Data { Data(self) }
}
