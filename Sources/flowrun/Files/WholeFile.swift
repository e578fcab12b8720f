#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that appears under its name only once all of it is on the disk.
struct WholeFile: ~Copyable {
  /// Where to write.
  let descriptor: Int32
  private let path: String
  private let partial: String
  private let isReplacing: Bool

  /// A file that is not there yet; with `replacing`, one that may be: it stays until the new one is whole.
  init(_ path: String, replacing: Bool = false) throws(TextFile.Fault) {
    guard replacing || !Folder.hasEntry(path) else { throw TextFile.Fault(path: path, code: EEXIST) }
    let partial = path + ".\(getpid()).part"
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw TextFile.Fault(path: path, code: errno) }
    self.path = path
    self.partial = partial
    isReplacing = replacing
    self.descriptor = descriptor
  }

  /// What was not finished leaves no trace.
  deinit {
    close(descriptor)
    unlink(partial)
  }

  /// Brings the file to the disk and gives it its name.
  consuming func finish() throws(TextFile.Fault) {
    guard fsync(descriptor) == 0 else { throw TextFile.Fault(path: path, code: errno) }
    if isReplacing {
      guard rename(partial, path) == 0 else { throw TextFile.Fault(path: path, code: errno) }
      return
    }
    // A second name fails where there is one already, unlike renaming.
    if link(partial, path) == 0 { return }
    guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { throw TextFile.Fault(path: path, code: errno) }
    // File systems without second names, such as FAT on a USB key, get the name first, as an empty file of our own.
    let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard claim >= 0 else { throw TextFile.Fault(path: path, code: errno) }
    close(claim)
    guard rename(partial, path) == 0 else {
      let code = errno
      unlink(path)
      throw TextFile.Fault(path: path, code: code)
    }
  }
}
