import Foundation

/// A file that appears under its name only once all of it is on the disk.
///
/// Until then it has no name, so that nothing of it is left where the tool is killed. Where the file system keeps no files
/// without a name, or gives them none later, it stands beside its place (``PartialFile``); what a killed run left there is removed
/// when the same file is written again.
package struct WholeFile: ~Copyable {
  /// Where to write.
  package let descriptor: Int32
  private let path: String
  private let partial: PartialFile
  private let isNamed: Bool
  private let isReplacing: Bool

  /// A file that is not there yet: nothing that has the name is replaced or written into, no file, no device, no link.
  ///
  /// - Parameters:
  ///   - replacing: With it, a file may be there: it stays until the new one is whole.
  ///   - links: Where open files without a name are found, to give them one (proc(5)); where that is not there, as in a bare
  ///     container, the file has a name from the beginning.
  package init(_ path: String, replacing: Bool = false, links: String = Self.openFiles) throws(FileFault) {
    var status = stat()
    guard replacing || lstat(path, &status) != 0 else { throw FileFault(path: path, code: EEXIST) }
    PartialFile.sweep(beside: path)
    let partial = PartialFile(beside: path)
    let nameless = Self.nameless(in: PartialFile.folder(of: path), links)
    let descriptor: Int32
    if let nameless { descriptor = nameless } else { descriptor = try partial.open() }
    self.descriptor = descriptor
    self.path = path
    self.partial = partial
    isNamed = nameless == nil
    isReplacing = replacing
  }

  /// What was not finished leaves no trace.
  deinit {
    close(descriptor)
    if isNamed { unlink(partial.path) }
  }

  /// Where Linux lists the open files of a process (proc(5)).
  package static let openFiles = "/proc/self/fd"

  /// `O_TMPFILE` of Linux, a macro that Swift does not see: a file in a folder without a name (open(2)).
  private static let withoutName = 0o20_000_000 | O_DIRECTORY

  /// A file without a name that can be given one; `nil` where there is none such.
  static func nameless(in folder: String, _ links: String) -> Int32? {
    let descriptor = open(folder, O_WRONLY | withoutName | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    guard access("\(links)/\(descriptor)", F_OK) == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// Writes the next bytes.
  package borrowing func write(_ bytes: [UInt8]) throws(FileFault) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      if count > 0 { written += count } else if errno != EINTR { throw FileFault(path: path) }
    }
  }

  /// Brings the file to the disk and gives it its name, which survives a power cut.
  package consuming func finish() throws(FileFault) {
    guard fsync(descriptor) == 0 else { throw FileFault(path: path) }
    if isReplacing {
      if !isNamed { try link(to: partial.path) }
      guard rename(partial.path, path) == 0 else {
        let fault = FileFault(path: path)
        unlink(partial.path)
        throw fault
      }
    } else if isNamed {
      try move()
    } else {
      try link(to: path)
    }
    let folder = open(PartialFile.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// Gives a file without a name its first one, which fails where there is one already.
  private borrowing func link(to name: String) throws(FileFault) {
    guard linkat(AT_FDCWD, "\(Self.openFiles)/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 else {
      throw FileFault(path: name)
    }
  }

  /// Gives a file that has a name its second one, which fails where there is one already, unlike renaming. File systems without
  /// second names, such as FAT on a USB key, get the name first, as an empty file of our own.
  private borrowing func move() throws(FileFault) {
    if Foundation.link(partial.path, path) == 0 { return }
    guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { throw FileFault(path: path) }
    let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard claim >= 0 else { throw FileFault(path: path) }
    close(claim)
    guard rename(partial.path, path) == 0 else {
      let fault = FileFault(path: path)
      unlink(path)
      throw fault
    }
  }
}
