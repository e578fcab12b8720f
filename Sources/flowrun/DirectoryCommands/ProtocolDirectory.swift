import FlowDSL

/// The directory of a protocol folder, read without its flows.
enum ProtocolDirectory {
  /// Categories and services of a folder; a fault is one sentence, as for whoever walks a case.
  static func read(_ folder: String) throws(Failure) -> Directory {
    let syntax = ProtocolFolder.read(directoryOf: folder)
    if let first = syntax.diagnostics.first(where: { $0.severity == .error }) {
      throw Failure(
        .directoryHasErrors, .data,
        ["path": folder + "/" + first.place.file, "line": String(first.place.start.line)])
    }
    return syntax.directory
  }
}
