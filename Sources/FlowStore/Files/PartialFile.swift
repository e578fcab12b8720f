import Foundation

/// The name that a file has while it is written, where it cannot be without one: `NAME.RANDOM.part`, in the same folder.
///
/// The name is drawn at random, not the process's number: in containers each run has the same number. Who writes the file
/// holds a lock on it, which ends with the process however that ends (flock(2)).
struct PartialFile: Sendable, Hashable {
  /// Where it stands.
  let path: String

  private static let ending = ".part"
  private static let digits = 16

  /// A name that no other run has.
  init(beside path: String) {
    let number = String(UInt64.random(in: .min ... .max), radix: 16)
    let zeros = String(repeating: "0", count: Self.digits - number.count)
    self.path = "\(path).\(zeros)\(number)\(Self.ending)"
  }

  /// Makes the file, readable by its owner only, and locks it.
  func open() throws(FileFault) -> Int32 {
    let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFault(path: path) }
    // A file system without locks: then the file is swept once it is old and locks can be had.
    flock(descriptor, LOCK_EX | LOCK_NB)
    return descriptor
  }

  /// How old a file that a killed run left is, in seconds, before it is removed: it may have been made a moment ago and not
  /// be locked yet, and on a disk that is shared, locks of other machines may not be seen. Source: choice.
  static let age = 3600

  /// Removes what killed runs left of a file: old, and locked by nobody.
  static func sweep(beside path: String) {
    let folder = folder(of: path)
    let start = (path as NSString).lastPathComponent + "."
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(start) && name.hasSuffix(ending) {
      let middle = name.dropFirst(start.count).dropLast(ending.count)
      guard middle.utf8.count == digits, UInt64(middle, radix: 16) != nil else { continue }
      removeLeftover(folder + "/" + name)
    }
  }

  private static func removeLeftover(_ path: String) {
    let descriptor = Foundation.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_mtim.tv_sec) + age < time(nil), flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else { return }
    unlink(path)
  }

  /// The folder of a path.
  static func folder(of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }
}
