import Foundation

/// The file of a journal, before the database opens it: made for its owner alone, and looked at first, so that a file
/// of another kind or of a later version is left exactly as it is.
struct JournalFile {
  let path: String

  /// Makes the directory and the file where they are missing: 0700 and 0600, so that no one else reads them.
  ///
  /// The database gives its side files (`-wal`, `-shm`) the mode of this one.
  func prepare() throws(StoreError) {
    let directory = (path as NSString).deletingLastPathComponent
    if !directory.isEmpty { try makeDirectory(directory) }
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault(errno) }
    close(descriptor)
    if isNew { synchronize(directory: directory.isEmpty ? "." : directory) }
    for side in ["-wal", "-shm"] where access(path + side, F_OK) == 0 && access(path + side, W_OK) != 0 {
      throw .readOnly(path: path + side)
    }
    guard access(directory.isEmpty ? "." : directory, W_OK) == 0 else {
      throw .readOnly(path: directory.isEmpty ? "." : directory)
    }
  }

  /// Whether the file can be read but nothing beside it can be made, and no log of writes is there: then the file is
  /// all there is, and nobody can write to it meanwhile.
  var isAlone: Bool {
    let directory = (path as NSString).deletingLastPathComponent
    return access(path + "-wal", F_OK) != 0 && access(directory.isEmpty ? "." : directory, W_OK) != 0
  }

  /// The name by which SQLite opens the file without making anything beside it (SQLite, "URI filenames").
  var immutableName: String {
    let kept = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    let name = path.utf8.flatMap { byte in
      kept.contains(byte) ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return "file:" + String(decoding: name, as: UTF8.self) + "?immutable=1"
  }

  /// Reads the header of a database file (SQLite file format, section 1.3): what kind it is, and which schema.
  func checkHeader() throws(StoreError) {
    guard let header = header() else { throw fault(errno) }
    guard !header.isEmpty else { return }
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw .notADatabase(path: path)
    }
    try Schema.check(
      application: integer(header, at: 68), version: integer(header, at: 60),
      isEmpty: integer(header, at: 28) == 1, path: path)
  }

  private var isNew: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size == 0
  }

  private func header() -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, 100) }
    return count < 0 ? nil : Array(bytes[..<count])
  }

  private func integer(_ header: [UInt8], at offset: Int) -> Int {
    // Signed: the database takes negative numbers too.
    Int(header[offset..<(offset + 4)].reduce(0 as Int32) { $0 << 8 | Int32($1) })
  }

  private func makeDirectory(_ directory: String) throws(StoreError) {
    var status = stat()
    if stat(directory, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .wrongKindOfFile(path: directory) }
      return
    }
    guard [ENOENT, ENOTDIR].contains(errno) else { throw fault(errno, at: directory) }
    let parent = (directory as NSString).deletingLastPathComponent
    if !parent.isEmpty { try makeDirectory(parent) }
    guard mkdir(directory, 0o700) == 0 || errno == EEXIST else { throw fault(errno, at: directory) }
    synchronize(directory: parent.isEmpty ? "." : parent)
  }

  /// Writes a directory's list of files to the disk, so that a new file survives a power cut.
  private func synchronize(directory: String) {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func fault(_ code: CInt, at place: String? = nil) -> StoreError {
    let place = place ?? path
    switch code {
    case EROFS, EACCES, EPERM: return .readOnly(path: place)
    case ENOTDIR, EISDIR: return .wrongKindOfFile(path: place)
    case ENOSPC, EDQUOT: return .diskFull(path: place)
    default: return .cannotOpen(path: place, reason: String(cString: strerror(code)))
    }
  }
}
