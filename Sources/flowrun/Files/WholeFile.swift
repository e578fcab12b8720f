#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that appears under its name only once all of it is on the disk.
///
/// Until then it has no name, so that nothing of it is left where the tool is killed. Where the file system keeps no files
/// without a name, it stands beside its place as `NAME.PROCESS.part`; one that a killed run left is removed by the next.
struct WholeFile: ~Copyable {
  /// Where to write.
  let descriptor: Int32
  private let path: String
  private let partial: String
  private let isNamed: Bool
  private let isReplacing: Bool

  /// A file that is not there yet; with `replacing`, one that may be: it stays until the new one is whole.
  ///
  /// - Parameter isNameless: whether it may be without a name until it is whole.
  init(_ path: String, replacing: Bool = false, isNameless: Bool = true) throws(TextFile.Fault) {
    guard replacing || !Folder.hasEntry(path) else { throw TextFile.Fault(path: path, code: EEXIST) }
    Self.sweep(beside: path)
    let partial = path + ".\(getpid()).part"
    let nameless =
      isNameless ? open(Folder.split(path).folder, O_WRONLY | Self.withoutName | O_CLOEXEC, 0o600) : -1
    let descriptor =
      nameless < 0
      ? open(partial, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600) : nameless
    guard descriptor >= 0 else { throw TextFile.Fault(path: path, code: errno) }
    self.path = path
    self.partial = partial
    self.descriptor = descriptor
    isNamed = nameless < 0
    isReplacing = replacing
  }

  /// What was not finished leaves no trace.
  deinit {
    close(descriptor)
    if isNamed { unlink(partial) }
  }

  /// Brings the file to the disk and gives it its name.
  consuming func finish() throws(TextFile.Fault) {
    guard fsync(descriptor) == 0 else { throw TextFile.Fault(path: path, code: errno) }
    if !isNamed { return try name() }
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

  /// Gives a file without a name its first one, which fails where there is one already; to replace, one beside it is moved
  /// over the old file.
  private borrowing func name() throws(TextFile.Fault) {
    let name = isReplacing ? partial : path
    guard linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 else {
      throw TextFile.Fault(path: path, code: errno)
    }
    guard isReplacing else { return }
    guard rename(partial, path) == 0 else {
      let code = errno
      unlink(partial)
      throw TextFile.Fault(path: path, code: code)
    }
  }

  /// `O_TMPFILE` of Linux, a macro that Swift does not see: a file in a folder without a name (open(2)).
  private static let withoutName = 0o20_000_000 | O_DIRECTORY

  /// How old a file that a killed run left is, in seconds, before it is removed: on a disk that is shared, the process may
  /// be another machine's.
  static let age = 3600

  /// Removes what killed runs left of this file: parts that are old, and whose process is no more.
  private static func sweep(beside path: String) {
    let (folder, name) = Folder.split(path)
    for part in Folder.names(in: folder, ending: ".part") where part.hasPrefix(name + ".") {
      guard let process = pid_t(part.dropFirst(name.count + 1).dropLast(5)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      var status = stat()
      guard lstat(folder + "/" + part, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        Int(status.st_mtim.tv_sec) + age < time(nil)
      else { continue }
      unlink(folder + "/" + part)
    }
  }
}
