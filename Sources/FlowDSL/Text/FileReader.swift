#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads files and folders; the only part of this target that touches the disk.
enum FileReader {
  /// Why a file or folder cannot be read, in the words of the system.
  struct Failure: Error, Hashable {
    let reason: String
  }

  /// The bytes of a file, at most one more than a limit, so that a file without end is read no further.
  static func read(_ path: String, limit: Int) -> Result<[UInt8], Failure> {
    // Without O_NONBLOCK, opening a named pipe that nobody writes to would wait for ever.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0, let file = fdopen(descriptor, "r") else { return .failure(lastFailure) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let wanted = min(65_536, limit + 1 - bytes.count)
      let part = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        count = fread(buffer.baseAddress, 1, wanted, file)
      }
      bytes += part
      if part.count < wanted { break }
    }
    return ferror(file) == 0 ? .success(bytes) : .failure(lastFailure)
  }

  /// The names in a folder, sorted, without those that begin with a dot.
  static func names(in folder: String) -> Result<[String], Failure> {
    guard let stream = opendir(folder) else { return .failure(lastFailure) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return .success(names.sorted())
  }

  private static var lastFailure: Failure { Failure(reason: String(cString: strerror(errno))) }
}
