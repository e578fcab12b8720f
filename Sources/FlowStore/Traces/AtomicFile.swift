import Foundation

/// A new file that appears under its name only once all of it is on the disk.
///
/// Nothing that is there already is ever replaced or written into: no file, no device, no link. Until it is whole it has no
/// name at all, so that nothing of a trace is left where the tool is killed; where the file system keeps no files without a
/// name, it stands beside its place as `NAME.PROCESS.partial`.
final class AtomicFile {
  private let path: String
  private let partial: String
  private let isNamed: Bool
  private var descriptor: CInt
  private var buffer: [UInt8] = []

  init(path: String) throws(TraceError) {
    self.path = path
    partial = path + ".\(getpid()).partial"
    var status = stat()
    guard lstat(path, &status) != 0 else {
      descriptor = -1
      isNamed = false
      throw Self.fault(path, EEXIST)
    }
    let nameless = open(Self.folder(of: path), O_WRONLY | Self.withoutName | O_CLOEXEC, 0o600)
    isNamed = nameless < 0
    descriptor =
      isNamed ? open(partial, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600) : nameless
    guard descriptor >= 0 else { throw Self.fault(errno == EEXIST ? partial : path, errno) }
  }

  /// What was not finished leaves no trace.
  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if isNamed { unlink(partial) }
  }

  /// `O_TMPFILE` of Linux, a macro that Swift does not see: a file in a folder without a name (open(2)).
  private static let withoutName = 0o20_000_000 | O_DIRECTORY

  private static func folder(of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  /// Writes the next bytes.
  func write(_ bytes: [UInt8]) throws(TraceError) {
    buffer += bytes
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Brings the file to the disk and gives it its name.
  func finish() throws(TraceError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw Self.fault(path, errno) }
    try giveName()
    close(descriptor)
    descriptor = -1
    let parent = open(Self.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard parent >= 0 else { return }
    fsync(parent)
    close(parent)
  }

  /// A first or second name fails where there is one already, unlike renaming. File systems without second names, such as FAT on
  /// a USB key, get the name first, as an empty file of our own.
  private func giveName() throws(TraceError) {
    if !isNamed {
      guard linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else {
        throw Self.fault(path, errno)
      }
      return
    }
    if link(partial, path) == 0 {
      unlink(partial)
      return
    }
    guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { throw Self.fault(path, errno) }
    let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard claim >= 0 else { throw Self.fault(path, errno) }
    close(claim)
    guard rename(partial, path) == 0 else {
      let code = errno
      unlink(path)
      throw Self.fault(path, code)
    }
  }

  private func flush() throws(TraceError) {
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress?.advanced(by: written), buffer.count - written)
      }
      guard count > 0 else { throw Self.fault(path, errno) }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func fault(_ path: String, _ code: CInt) -> TraceError {
    if code == EEXIST { return TraceError(line: 0, fault: .exists(path: path)) }
    return TraceError(line: 0, fault: .inputOutput(path: path, reason: String(cString: strerror(code))))
  }
}
