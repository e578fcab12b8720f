import Foundation

/// What whoever runs the measures should know besides the table.
enum Message {
  static func write(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
