import FlowStore

/// Where the score sheet of an exercise is written. That it can be is tried before the exercise begins.
struct SheetFile {
  let path: String
  var isJSON: Bool { path.hasSuffix(".json") }

  /// A place for a sheet; throws where there is something already, or nothing can be made there.
  init(_ path: String) throws(Failure) {
    self.path = path
    guard !Folder.hasEntry(path) else { throw Failure(.exists, .cannotCreate, ["path": path]) }
    // A file that is never finished leaves nothing.
    do throws(TextFile.Fault) { _ = try WholeFile(path) } catch { throw Failure(error, writing: true) }
  }

  /// Writes the sheet, beside its place where someone else made a file of its name meanwhile; gives where.
  func write(_ text: String) throws(Failure) -> String {
    let dot = isJSON ? path.dropLast(5) : path[...]
    let ending = isJSON ? ".json" : ""
    let others = (2...9).map { "\(dot)-\($0)\(ending)" }
    guard let place = ([path] + others).first(where: { !Folder.hasEntry($0) }) else {
      throw Failure(.exists, .cannotCreate, ["path": path])
    }
    do throws(TextFile.Fault) { try TextFile.write(text, to: place, replacing: false) } catch {
      throw Failure(error, writing: true)
    }
    return place
  }
}
