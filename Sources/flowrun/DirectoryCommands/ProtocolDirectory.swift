import FlowDSL

/// The directory of a protocol folder, read without its flows.
enum ProtocolDirectory {
  /// The files of `directory/` in a folder.
  static func sources(of folder: String) throws(Failure) -> [SourceText] {
    var sources: [SourceText] = []
    for name in Folder.names(in: folder + "/directory", ending: ".yaml") {
      let path = "directory/" + name
      do throws(TextFile.Fault) {
        sources.append(SourceText(path: path, text: try TextFile.contents(of: folder + "/" + path)))
      } catch { throw Failure(error) }
    }
    return sources
  }

  /// Categories and services of a folder; a fault is one sentence, as for whoever walks a case.
  static func read(_ folder: String) throws(Failure) -> Directory {
    let syntax = ProtocolFolder.parse(try sources(of: folder))
    if let first = syntax.diagnostics.first(where: { $0.severity == .error }) {
      throw Failure(
        .directoryHasErrors, .data,
        ["path": folder + "/" + first.place.file, "line": String(first.place.start.line)])
    }
    return syntax.directory
  }
}
