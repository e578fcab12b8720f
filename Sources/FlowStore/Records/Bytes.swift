import Foundation
import GRDB

extension Row {
  /// The bytes of a blob, copied once.
  func bytes(at index: Int) throws -> [UInt8] {
    try withUnsafeData(atIndex: index) { data in data.map { [UInt8]($0) } ?? [] }
  }
}

extension [UInt8] {
  /// For an argument of a statement.
  var blob: Data { Data(self) }
}
