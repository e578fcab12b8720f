import Foundation
import GRDB

extension Row {
  /// The bytes of a blob, copied once.
  func bytes(at index: Int) throws -> [UInt8] {
    try blob(at: index) { [UInt8]($0) }
  }

  /// What is made of the bytes of a blob, where they stand; null has none.
  func blob<Result>(at index: Int, _ make: (UnsafeRawBufferPointer) -> Result) throws -> Result {
    try withUnsafeData(atIndex: index) { data in
      guard let data else { return make(UnsafeRawBufferPointer(start: nil, count: 0)) }
      return data.withUnsafeBytes(make)
    }
  }
}

extension [UInt8] {
  /// For an argument of a statement.
  var blob: Data { Data(self) }
}
